namespace Fraud.Storage.Secrets;

/// <summary>Folders and files that only the service's account may read.</summary>
internal static class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Creates the folder (0700 where the system has modes); an existing one keeps its mode.</summary>
    public static string Ensure(string path)
    {
        if (!Directory.Exists(path))
        {
            // The mode applies to the last folder only, so the ones above are made first
            Ensure(Path.GetDirectoryName(Path.GetFullPath(path))!);
            Create(path);
        }

        return path;
    }

    /// <summary>Writes a new file (0600) whole or not at all; false when it exists.</summary>
    public static bool TryCreate(string path, byte[] content)
    {
        var part = $"{path}.{Guid.NewGuid():n}.part";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.WriteThrough };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using (var stream = new FileStream(part, options))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static void Create(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, OwnerOnly);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException("The data folder cannot be created; check Storage:Folder and the permissions of the folder above it.", e);
        }
    }
}

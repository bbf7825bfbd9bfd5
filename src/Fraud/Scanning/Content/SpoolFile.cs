namespace Fraud.Scanning;

/// <summary>Room for an archive that must be read from its end: memory, or a nameless file when it is large.</summary>
internal static class SpoolFile
{
    private const int InMemory = 32 << 20;

    /// <summary>The rest of a stream as one that can seek, at its beginning.</summary>
    public static Stream Fill(Stream from, Action<int> onRead)
    {
        Stream room = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            onRead(read);
            room = room is MemoryStream && room.Length + read > InMemory ? Move(room) : room;
            room.Write(buffer, 0, read);
        }

        room.Position = 0;
        return room;
    }

    private static FileStream Move(Stream memory)
    {
        var path = Path.GetTempFileName();
        var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Delete, 1 << 16, FileOptions.DeleteOnClose);
        // Unnamed at once, so that nothing stays behind a process that is killed
        File.Delete(path);
        memory.Position = 0;
        memory.CopyTo(file);
        return file;
    }
}

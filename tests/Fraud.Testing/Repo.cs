namespace Fraud.Testing;

/// <summary>Where the repository's own files are, for tests that read models or stored pages.</summary>
public static class Repo
{
    /// <summary>The folder that holds Fraud.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The models folder.</summary>
    public static string Models { get; } = Path.Combine(Root, "models");

    /// <summary>A file under tests/.</summary>
    public static string TestFile(params string[] parts) => Path.Combine([Root, "tests", .. parts]);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Fraud.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests must run below the folder of Fraud.sln.");
        }

        return folder;
    }
}

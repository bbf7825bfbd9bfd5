using Fraud.Scanning;
using Fraud.Testing;

namespace Fraud.Tests.Scanning;

/// <summary>Ignore files mean what git says they mean, in a work tree or not.</summary>
public sealed class IgnoreTests : IDisposable
{
    private static readonly string[] _pieces = ["a", "b", "ab", "*", "?", "**", "[ab]", "[!a]", "a*", "*.c", "x.c", "\\*", "[a-c]b", "[[:alpha:]]", "a ", "#a", "!a"];
    private static readonly string[] _names = ["a", "b", "ab", "abc", "x.c", "c.c", "*", "a "];
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("*.log", "a.log", true)]
    [InlineData("*.log", "d/a.log", true)]
    [InlineData("/a.log", "d/a.log", false)]
    [InlineData("d/*.log", "d/a.log", true)]
    [InlineData("d/*.log", "e/d/a.log", false)]
    [InlineData("**/d/*.log", "e/d/a.log", true)]
    [InlineData("e/**/a.log", "e/a.log", true)]
    [InlineData("e/**", "e/d/a.log", true)]
    [InlineData("*\n!a.log", "a.log", false)]
    [InlineData("d/\n!d/a.log", "d/a.log", true)]
    [InlineData("a.log\\ ", "a.log", false)]
    [InlineData("# a.log", "a.log", false)]
    [InlineData("a.log   \r", "a.log", true)]
    [InlineData("[ab].log", "b.log", true)]
    [InlineData("a.log/", "a.log", false)]
    public void A_line_leaves_out_what_git_would(string ignore, string file, bool left)
    {
        Write(".gitignore", ignore);
        Write(file, "x");

        Assert.Equal(!left, Listed().Contains(file));
    }

    [Fact]
    public void A_nearer_file_overrules_a_farther_one()
    {
        Write(".gitignore", "*.txt\n");
        Write("d/.gitignore", "!keep.txt\n");
        Write("d/keep.txt", "x");
        Write("d/drop.txt", "x");

        Assert.Equal(["d/keep.txt"], Listed().Where(f => f.EndsWith(".txt", StringComparison.Ordinal)));
    }

    /// <summary>The judge is git itself: random patterns over random trees.</summary>
    [Fact]
    public void Random_patterns_are_read_as_git_reads_them()
    {
        var random = new Random(11);
        ScanKit.Git(_folder.Path, "init", "-q");
        foreach (var path in Enumerable.Range(0, 40).Select(_ => Join(_names, random)).Where(p => !p.EndsWith(' ')))
        {
            TryWrite(path);
        }

        for (var round = 0; round < 60; round++)
        {
            Write(".gitignore", string.Join('\n', Enumerable.Range(0, 4).Select(_ => (random.Next(4) == 0 ? "!" : "") + (random.Next(4) == 0 ? "/" : "") + Join(_pieces, random) + (random.Next(4) == 0 ? "/" : ""))));
            var git = ScanKit.Git(_folder.Path, "ls-files", "-z", "--others", "--exclude-standard").Split('\0', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);

            Assert.Equal(git, Listed().Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_tracked_file_is_read_although_it_is_ignored()
    {
        ScanKit.Git(_folder.Path, "init", "-q");
        Write(".gitignore", ".env\n");
        Write(".env", "x");
        Write("sub/.env", "x");
        ScanKit.Git(_folder.Path, "add", "-f", ".env");

        Assert.Equal([".env", ".gitignore"], Listed().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Below_the_root_of_a_work_tree_the_files_above_still_count()
    {
        ScanKit.Git(_folder.Path, "init", "-q");
        Write(".gitignore", "/sub/drop.txt\n*.bak\n");
        Write("sub/drop.txt", "x");
        Write("sub/in/a.bak", "x");
        Write("sub/keep.txt", "x");

        Assert.Equal(["keep.txt"], Listed("sub"));
    }

    [Fact]
    public void Links_pipes_and_empty_files_are_not_opened()
    {
        Write("real/a.txt", "x");
        Write("empty", "");
        Directory.CreateSymbolicLink(_folder["loop"], _folder.Path);
        File.CreateSymbolicLink(_folder["out"], "/etc/passwd");

        Assert.Equal(["real/a.txt"], Listed());
    }

    [Fact]
    public void Nothing_is_left_out_when_so_asked()
    {
        Write(".gitignore", "*.log");
        Write("a.log", "x");

        Assert.Contains("a.log", new FileLister(honourIgnores: false).List(_folder.Path).Select(f => Path.GetFileName(f.Path)));
    }

    [Fact]
    public void A_hostile_pattern_takes_no_time()
    {
        var pattern = IgnorePattern.Parse(string.Concat(Enumerable.Repeat("*a", 200)) + "/" + string.Concat(Enumerable.Repeat("**/", 200)) + "b")!;

        Assert.False(pattern.Matches(new string('a', 4000) + "/" + string.Concat(Enumerable.Repeat("a/", 500)) + "c", isFolder: false));
    }

    private static string Join(string[] parts, Random random) => string.Join('/', Enumerable.Range(0, random.Next(1, 4)).Select(_ => parts[random.Next(parts.Length)]));

    private IEnumerable<string> Listed(string below = "") =>
        [.. new FileLister(honourIgnores: true).List(_folder[below]).Select(f => Path.GetRelativePath(_folder[below], f.Path))];

    private void Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        File.WriteAllText(_folder[name], content);
    }

    private void TryWrite(string name)
    {
        try
        {
            Write(name, "x");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file stands where the path wants a folder
        }
    }
}

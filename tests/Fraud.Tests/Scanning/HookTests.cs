using System.Text.RegularExpressions;
using Fraud.Commands;
using Fraud.Testing;

namespace Fraud.Tests.Scanning;

/// <summary>The files users copy: the hook in a real repository, and that all of them use options there are.</summary>
public sealed partial class HookTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string> Files => ["pre-commit", "pre-commit-config.yaml", "github-action.yml"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_hook_refuses_a_commit_with_a_key_and_lets_a_clean_one_pass()
    {
        ScanKit.Git(_folder.Path, "init", "-q");
        File.Copy(Kit("pre-commit"), _folder[".git/hooks/pre-commit"]);
        File.WriteAllText(_folder["a.py"], "x = 1\n");
        ScanKit.Git(_folder.Path, "add", ".");
        Assert.Equal(0, ScanKit.TryGit(_folder.Path, "commit", "-qm", "clean").Code);

        File.WriteAllText(_folder["a.py"], $"x = '{ScanKit.Key()}'\n");
        var (code, output, error) = ScanKit.TryGit(_folder.Path, "commit", "-qam", "leak");

        Assert.Equal(1, code);
        Assert.Contains("a.py:1:6", output + error, StringComparison.Ordinal);
        Assert.Contains("Commit refused", error, StringComparison.Ordinal);
        Assert.DoesNotContain(ScanKit.Key()[12..40], output + error, StringComparison.Ordinal);
        Assert.Equal("1", ScanKit.Git(_folder.Path, "rev-list", "--count", "HEAD").Trim());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_users_copy_names_only_options_there_are(string file)
    {
        var known = ScanCommand.Create().Options.Select(o => o.Name).ToHashSet();
        var used = File.ReadLines(Kit(file)).Where(l => l.Contains(" scan -", StringComparison.Ordinal)).SelectMany(l => Option().Matches(l[l.IndexOf(" scan ", StringComparison.Ordinal)..])).Select(m => m.Value).ToList();

        Assert.NotEmpty(used);
        Assert.All(used, o => Assert.Contains(o, known));
    }

    private static string Kit(string file) => Path.Combine(AppContext.BaseDirectory, "scan-kit", file);

    [GeneratedRegex("--[a-z-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Option();
}

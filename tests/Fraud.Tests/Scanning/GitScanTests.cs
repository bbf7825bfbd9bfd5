using Fraud.Commands;
using Fraud.Scanning;
using Fraud.Testing;

namespace Fraud.Tests.Scanning;

/// <summary>Every version a repository has, each key told where it came in.</summary>
public sealed class GitScanTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public GitScanTests() => Git("init", "-q");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_key_that_was_removed_again_is_told_with_the_commit_that_brought_it()
    {
        Commit("a.py", "x = 1\n");
        var brought = Commit("a.py", $"x = 1\nkey = '{ScanKit.Key()}'\n");
        Commit("a.py", "x = 1\n# safe now\n");

        var finding = Assert.Single(await History());

        Assert.Equal((brought, "a.py", 2), (finding.Commit, finding.File, finding.Line));
    }

    [Fact]
    public async Task A_key_that_stays_through_many_versions_is_told_once()
    {
        for (var i = 0; i < 5; i++)
        {
            Commit("a.py", $"key = '{ScanKit.Key()}'\nversion = {i}\n");
        }

        Assert.Single(await History());
    }

    [Fact]
    public async Task A_key_on_a_branch_that_was_never_merged_and_one_made_in_a_merge_are_found()
    {
        Commit("a", "1");
        Git("checkout", "-qb", "side");
        var side = Commit("b", ScanKit.Key(1));
        Git("checkout", "-q", "main");
        Commit("c", "2");
        Git("merge", "-q", "--no-commit", "side");
        var merge = Commit("a", ScanKit.Key(2));

        Assert.Equal([side, merge], (await History()).Select(f => f.Commit));
    }

    [Fact]
    public async Task A_name_with_blanks_signs_and_chinese_is_told_as_it_is()
    {
        Commit("目录 1/a \"b\".py", ScanKit.Key());

        Assert.Equal("目录 1/a \"b\".py", Assert.Single(await History()).File);
    }

    [Fact]
    public async Task A_bare_repository_gives_the_same()
    {
        Commit("a", ScanKit.Key());
        using var bare = new TempFolder();
        ScanKit.Git(bare.Path, "clone", "-q", "--bare", _folder.Path, "r.git");

        Assert.Equal(await History(), await History(bare["r.git"]));
    }

    [Fact]
    public async Task Since_a_commit_only_what_is_new_after_it_is_told()
    {
        var first = Commit("a", $"{ScanKit.Key(1)}\n");
        var second = Commit("a", $"{ScanKit.Key(1)}\n{ScanKit.Key(2)}\n");

        var finding = Assert.Single(await History(since: first));

        Assert.Equal((second, 2), (finding.Commit, finding.Line));
        Assert.Empty(await History(range: "HEAD..main"));
        Assert.Single(await History(range: "HEAD~1..HEAD"));
    }

    [Theory]
    [InlineData("nowhere", null)]
    [InlineData("--output=x", null)]
    [InlineData(null, "nowhere..main")]
    [InlineData(null, "--output=x")]
    public void A_revision_that_is_none_is_refused(string? since, string? range)
    {
        Commit("a", "1");

        Assert.Throws<UsageException>(() => GitRepository.Open(_folder.Path).Revisions(since, range));
    }

    [Fact]
    public async Task Of_what_is_staged_only_new_keys_are_told()
    {
        Commit("old", $"{ScanKit.Key(1)}\n");
        Write("old", $"# moved\n{ScanKit.Key(1)}\n");
        Write("new", ScanKit.Key(2));
        Write("unstaged", ScanKit.Key(3));
        Git("add", "old", "new");

        Assert.Equal("new", Assert.Single(await Run(GitRepository.Open(_folder.Path), null)).File);
    }

    [Fact]
    public async Task Before_the_first_commit_what_is_staged_is_read_too()
    {
        Write("a", ScanKit.Key());
        Git("add", "a");

        Assert.Single(await Run(GitRepository.Open(_folder.Path), null));
    }

    [Fact]
    public async Task Settings_of_the_repository_start_nothing()
    {
        Commit("a", ScanKit.Key());
        foreach (var setting in (string[])["core.fsmonitor", "core.pager", "diff.external", "diff.x.textconv", "core.sshCommand"])
        {
            Git("config", setting, $"touch {_folder["started"]}");
        }

        Write(".gitattributes", "* diff=x\n");
        Assert.Single(await History());
        Assert.NotEmpty(new FileLister(honourIgnores: true).List(_folder.Path).ToList());
        Assert.False(File.Exists(_folder["started"]));
    }

    [Fact]
    public async Task Versions_that_are_missing_are_counted_and_cost_nothing_else()
    {
        Commit("a", "lost");
        Commit("b", ScanKit.Key());
        var id = Git("rev-parse", "HEAD:a").Trim();
        File.Delete(_folder[$".git/objects/{id[..2]}/{id[2..]}"]);
        var results = new List<ScanResult>();
        await foreach (var result in new GitSource(ScanKit.Scan(), GitRepository.Open(_folder.Path), ["--all"], workers: 2, measured: false).RunAsync(TestContext.Current.CancellationToken))
        {
            results.Add(result);
        }

        Assert.Single(results.SelectMany(r => r.Findings));
        Assert.StartsWith("1 versions", Assert.Single(results.SelectMany(r => r.Faults)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_repository_is_refused_in_one_sentence()
    {
        using var empty = new TempFolder();

        Assert.Contains("not a git repository", Assert.Throws<UsageException>(() => GitRepository.Open(empty.Path)).Message, StringComparison.Ordinal);
    }

    private Task<List<ScanFinding>> History(string? folder = null, string? since = null, string? range = null)
    {
        var repository = GitRepository.Open(folder ?? _folder.Path);
        return Run(repository, repository.Revisions(since, range));
    }

    private static async Task<List<ScanFinding>> Run(GitRepository repository, IReadOnlyList<string>? revisions)
    {
        var findings = new List<ScanFinding>();
        await foreach (var result in new GitSource(ScanKit.Scan(), repository, revisions, workers: 2, measured: false).RunAsync(TestContext.Current.CancellationToken))
        {
            Assert.Empty(result.Faults);
            findings.AddRange(result.Findings);
        }

        return findings;
    }

    private string Commit(string name, string content)
    {
        Write(name, content);
        Git("add", "-A");
        Git("commit", "-qm", "c");
        return Git("rev-parse", "HEAD").Trim();
    }

    private void Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        File.WriteAllText(_folder[name], content);
    }

    private string Git(params string[] arguments) => ScanKit.Git(_folder.Path, arguments);
}

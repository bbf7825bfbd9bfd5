using Fraud.Cases;
using Fraud.Contracts;
using Fraud.Review.Audit;

namespace Fraud.Review.Tests.Audit;

public sealed class AuditFileTests : IAsyncLifetime
{
    private readonly TestStore _store = TestStore.Sqlite();
    private readonly string _file = Path.GetTempFileName();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var desk = _store.Get<ICaseDesk>();
        var id = await Make.CaseAsync(_store);
        await desk.DecideAsync(Make.Decide((await desk.ClaimAsync(id, "ann", Token)).Lease!, reason: "囤词元 \"pitch\"\n"), Token);
        await using var stream = File.Create(_file);
        await _store.Get<AuditExport>().WriteAsync(stream, Token);
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(_file);
        return _store.DisposeAsync();
    }

    [Fact]
    public async Task An_exported_log_is_whole_under_the_key_that_was_made_known() =>
        Assert.Null(await AuditFile.VerifyAsync(_file, _store.Get<AuditExport>().KeyId, Token));

    [Fact]
    public async Task A_log_signed_with_another_key_is_refused() =>
        Assert.Contains("another key", await AuditFile.VerifyAsync(_file, new string('0', 64), Token), StringComparison.Ordinal);

    [Theory]
    [InlineData(2, "missing")]
    [InlineData(3, "missing")]
    [InlineData(4, "cut off")]
    public async Task A_line_taken_out_is_found(int line, string finding)
    {
        var lines = await File.ReadAllLinesAsync(_file, Token);
        await File.WriteAllLinesAsync(_file, lines.Where((_, i) => i != line), Token);
        Assert.Contains(finding, await AuditFile.VerifyAsync(_file, null, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_changed_character_of_an_event_is_found_or_has_no_meaning()
    {
        var lines = await File.ReadAllLinesAsync(_file, Token);
        for (var i = 0; i < lines[4].Length; i++)
        {
            var c = lines[4][i];
            if (!char.IsAsciiLetterOrDigit(c))
            {
                continue;
            }

            var changed = lines[4].Remove(i, 1).Insert(i, c == 'z' ? "y" : ((char)(c + 1)).ToString());
            await File.WriteAllLinesAsync(_file, [.. lines[..4], changed], Token);
            Assert.True(await AuditFile.VerifyAsync(_file, null, Token) is not null, $"character {i} of {lines[4]}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("{}")]
    [InlineData("{\"format\":\"fraud-audit-1\"}")]
    [InlineData("{\"format\":\"fraud-audit-1\",\"publicKey\":\"AAAA\"}")]
    [InlineData("null")]
    [InlineData("[1,2")]
    public async Task A_file_that_is_no_log_is_an_answer_and_no_crash(string content)
    {
        await File.WriteAllTextAsync(_file, content, Token);
        Assert.NotNull(await AuditFile.VerifyAsync(_file, null, Token));
    }
}

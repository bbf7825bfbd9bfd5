using System.Security.Cryptography;
using Fraud.Cases;
using Fraud.Report.Formats;
using Fraud.Testing;

namespace Fraud.Report.Tests.Delivery;

public class ReportFolderTests
{
    [Fact]
    public async Task A_report_states_every_file_and_verifies()
    {
        using var desk = new Desk(SomeCase.Confirmed(), SomeCase.Confirmed(label: Fraud.Findings.PitchLabel.Phishing));

        var manifest = await desk.MakeAsync("csv", "jsonl", "csv");

        Assert.Equal(["cases.csv", "cases.jsonl"], manifest.Files.Select(f => f.Name));
        Assert.Equal(2, manifest.Cases);
        Assert.All(manifest.Files, f => Assert.Equal(2, f.Records));
        Assert.Equal(["hoarding", "phishing"], manifest.Labels.Keys);
        Assert.Equal(["cases.csv", "cases.jsonl", "manifest.json", "manifest.sig"], Directory.EnumerateFileSystemEntries(desk.Out).Select(Path.GetFileName).Order());
        Assert.True((await desk.VerifyAsync(manifest.KeyId)).IsWhole);
    }

    [Fact]
    public async Task A_report_without_cases_is_whole()
    {
        using var desk = new Desk();

        Assert.Equal(0, (await desk.MakeAsync([.. Desk.Formats().Select(f => f.Name)])).Cases);
        Assert.Empty((await desk.VerifyAsync()).Faults);
    }

    [Fact]
    public async Task Only_cases_of_the_period_are_reported()
    {
        using var desk = new Desk(SomeCase.Confirmed() with { ConfirmedAt = Some.Moment.AddDays(-31) }, SomeCase.Confirmed() with { ConfirmedAt = Some.Moment.AddDays(-30) });

        Assert.Equal(1, (await desk.MakeAsync("csv")).Cases);
    }

    [Fact]
    public async Task The_same_key_signs_every_report_of_an_installation()
    {
        using var desk = new Desk();
        var first = await desk.MakeAsync("csv");
        Directory.Delete(desk.Out, recursive: true);

        Assert.Equal(first.KeyId, (await desk.MakeAsync("csv")).KeyId);
    }

    [Fact]
    public async Task A_format_that_breaks_leaves_nothing_behind()
    {
        using var desk = new Desk(SomeCase.Confirmed());
        desk.Extra.Add(new BrokenFormat());

        await Assert.ThrowsAsync<IOException>(() => desk.MakeAsync("csv", "broken"));

        Assert.Empty(Directory.EnumerateFileSystemEntries(desk.Folder));
    }

    [Fact]
    public async Task A_report_is_never_written_over_another()
    {
        using var desk = new Desk();
        await desk.MakeAsync("csv");

        await Assert.ThrowsAsync<ReportException>(() => desk.MakeAsync("csv"));
    }

    [Fact]
    public async Task An_empty_folder_is_taken()
    {
        using var desk = new Desk();
        Directory.CreateDirectory(desk.Out);

        await desk.MakeAsync("csv");

        Assert.True((await desk.VerifyAsync()).IsWhole);
    }

    [Fact]
    public async Task An_unknown_format_is_refused_with_the_names_there_are()
    {
        using var desk = new Desk();

        var refused = await Assert.ThrowsAsync<ReportException>(() => desk.MakeAsync("word"));

        Assert.Contains("csv, ", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(desk.Folder));
    }

    [Fact]
    public async Task An_empty_period_is_refused()
    {
        using var desk = new Desk();
        desk.Clock.Advance(TimeSpan.FromDays(-60));

        await Assert.ThrowsAsync<ReportException>(() => desk.MakeAsync("csv"));
    }

    [Theory]
    [MemberData(nameof(FormatNames))]
    public async Task No_format_names_a_reviewer_or_shows_a_secret(string format)
    {
        using var desk = new Desk((SomeCase.Confirmed("买 SECRETkey1") with { ConfirmedBy = "zhang.wei", Reason = "found SECRETkey2" }).WithKey());

        var text = await desk.WriteAsync(format);

        Assert.DoesNotContain("zhang.wei", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FormatNames))]
    public async Task Every_format_writes_the_same_bytes_for_the_same_cases(string format)
    {
        using var desk = new Desk(SomeCase.Confirmed(campaign: 3).WithContact("wechat", "tk_8888"), SomeCase.Confirmed(campaign: 3).WithKey());
        var first = await desk.MakeAsync(format);
        Directory.Delete(desk.Out, recursive: true);

        Assert.Equal(first.Files[0].Sha256, (await desk.MakeAsync(format)).Files[0].Sha256);
    }

    public static TheoryData<string> FormatNames => [.. Desk.Formats().Select(f => f.Name)];

    [Fact]
    public async Task The_stock_tool_can_verify_the_signature()
    {
        using var desk = new Desk();
        var manifest = await desk.MakeAsync("csv");
        using var key = ECDsa.Create();
        key.ImportFromPem(manifest.PublicKey);

        var bytes = await File.ReadAllBytesAsync(Path.Combine(desk.Out, "manifest.json"), TestContext.Current.CancellationToken);
        var signature = await File.ReadAllBytesAsync(Path.Combine(desk.Out, "manifest.sig"), TestContext.Current.CancellationToken);

        Assert.True(key.VerifyData(bytes, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    private sealed class BrokenFormat : IReportFormat
    {
        public string Name => "broken";

        public string FileName => "broken.txt";

        public Task<long> WriteAsync(Stream output, ReportContext context, IAsyncEnumerable<ConfirmedCase> cases, CancellationToken cancellationToken) => throw new IOException("disk full");
    }
}

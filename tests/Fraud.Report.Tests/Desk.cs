using Fraud.Cases;
using Fraud.Report.Delivery;
using Fraud.Report.Formats;
using Fraud.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Fraud.Report.Tests;

/// <summary>A report maker over cases in memory, with a folder to write to.</summary>
internal sealed class Desk(params ConfirmedCase[] cases) : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeKeyVault _vault = new();

    public FakeClock Clock { get; } = new(Some.Moment.AddDays(1));

    public ReportOptions Options { get; } = new() { Organisation = "Token Fraud Watch", Contact = "desk@watch.example", Domain = "watch.example" };

    public IList<IReportFormat> Extra { get; } = [];

    public string Out => _folder["out"];

    public string Folder => _folder.Path;

    public ReportMaker Maker() => new(new FakeConfirmedCases(cases), new FakeAuditStore(), _vault, new FakeMasker(), [.. Formats(), .. Extra], Options, Clock);

    public Task<ReportManifest> MakeAsync(params string[] formats) =>
        Maker().MakeAsync(new() { Formats = formats, Since = Some.Moment.AddDays(-30), Folder = Out }, TestContext.Current.CancellationToken);

    /// <summary>Makes a report in one format and reads its file.</summary>
    public async Task<string> WriteAsync(string format)
    {
        var manifest = await MakeAsync(format);
        return await File.ReadAllTextAsync(Path.Combine(Out, manifest.Files.Single().Name), TestContext.Current.CancellationToken);
    }

    public Task<ReportCheck> VerifyAsync(string keyId = "") => ReportVerifier.VerifyAsync(Out, keyId, TestContext.Current.CancellationToken);

    public void Dispose() => _folder.Dispose();

    public static IEnumerable<IReportFormat> Formats()
    {
        using var services = new ServiceCollection().AddFraudReport(new()).BuildServiceProvider();
        return [.. services.GetServices<IReportFormat>()];
    }
}

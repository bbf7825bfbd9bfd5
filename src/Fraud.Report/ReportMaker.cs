using System.Reflection;
using System.Security.Cryptography;
using Fraud.Cases;
using Fraud.Report.Delivery;
using Fraud.Report.Formats;
using Fraud.Secrets;
using Fraud.Text;

namespace Fraud.Report;

/// <summary>Makes a report folder: one file a format, the manifest and its signature; whole or not at all.</summary>
public sealed class ReportMaker(
    IConfirmedCases cases,
    IAuditStore audit,
    IKeyVault vault,
    ISecretMasker masker,
    IEnumerable<IReportFormat> formats,
    ReportOptions options,
    TimeProvider clock)
{
    // Of this product; the installation's own namespace is named in it by the signing key
    private static readonly Guid ProductSpace = new("6f0a3f0e-5b1c-4d53-9a5e-0d7c2f6f1d11");
    private readonly Dictionary<string, IReportFormat> _formats = formats.ToDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>Program and version that the manifest names.</summary>
    public static string Generator { get; } = $"fraud {typeof(ReportMaker).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]}";

    /// <summary>Names of all formats, sorted.</summary>
    public IReadOnlyList<string> FormatNames => [.. _formats.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Makes the report. A wish that cannot be met is a <see cref="ReportException"/>; then nothing is left behind.</summary>
    public async Task<ReportManifest> MakeAsync(ReportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var now = clock.GetUtcNow();
        var until = request.Until is { } asked && asked < now ? asked : now;
        if (request.Since >= until)
        {
            throw new ReportException("The period is empty: since must be before until, and not in the future.");
        }

        var chosen = request.Formats.Distinct(StringComparer.Ordinal).Select(Find).ToList();
        using var folder = ReportFolder.Open(request.Folder);
        using var signer = new ManifestSigner(vault);
        var spool = new CaseSpool(folder.PathOf(".cases"), masker);
        await spool.FillAsync(cases.ListAsync(request.Since, until, cancellationToken), cancellationToken);
        // Read after the cases, so that the event that confirmed each of them is at or before this head
        var head = await audit.GetHeadAsync(cancellationToken);
        var context = new ReportContext
        {
            Options = options,
            Since = request.Since,
            Until = until,
            CreatedAt = now,
            Namespace = NameUuid.Create(ProductSpace, signer.KeyId),
            Reviewers = new(vault.GetOrCreate("report-pseudonyms", static () => RandomNumberGenerator.GetBytes(32))),
            CaseCount = spool.Count,
        };
        var files = new List<ReportFile>();
        foreach (var format in chosen)
        {
            files.Add(await WriteAsync(folder, format, context, spool, cancellationToken));
        }

        spool.Delete();
        var manifest = Describe(context, spool, head, files, signer);
        signer.Sign(folder, manifest);
        folder.Publish();
        return manifest;
    }

    private IReportFormat Find(string name) =>
        _formats.GetValueOrDefault(name) ?? throw new ReportException($"There is no report format '{name}'; there are {string.Join(", ", FormatNames)}.");

    private static async Task<ReportFile> WriteAsync(ReportFolder folder, IReportFormat format, ReportContext context, CaseSpool spool, CancellationToken cancellationToken)
    {
        await using var stream = folder.Create(format.FileName);
        var records = await format.WriteAsync(stream, context, spool.ReadAsync(cancellationToken), cancellationToken);
        await stream.FlushAsync(cancellationToken);
        stream.Flush(flushToDisk: true);
        stream.Position = 0;
        return new()
        {
            Name = format.FileName,
            Format = format.Name,
            Records = records,
            Bytes = stream.Length,
            Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)),
        };
    }

    private static ReportManifest Describe(ReportContext context, CaseSpool spool, (long Sequence, string Hash) head, List<ReportFile> files, ManifestSigner signer) => new()
    {
        Generator = Generator,
        Organisation = context.Options.Organisation,
        Contact = context.Options.Contact,
        Tlp = context.Options.Tlp.Word(),
        CreatedAt = context.CreatedAt,
        Since = context.Since,
        Until = context.Until,
        Cases = spool.Count,
        Labels = spool.Labels,
        Models = [.. spool.Models],
        Policies = [.. spool.Policies],
        AuditSequence = head.Sequence,
        AuditHash = head.Hash,
        Files = files,
        KeyId = signer.KeyId,
        PublicKey = signer.PublicKeyPem,
    };
}

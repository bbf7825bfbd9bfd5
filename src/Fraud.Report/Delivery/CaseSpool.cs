using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fraud.Cases;
using Fraud.Findings;
using Fraud.Text;

namespace Fraud.Report.Delivery;

/// <summary>The cases of one report, read once from the store, so that every format tells of the same cases, however many.</summary>
internal sealed class CaseSpool(string path, ISecretMasker masker)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly SortedDictionary<string, long> _labels = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _models = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _policies = new(StringComparer.Ordinal);

    public long Count { get; private set; }

    public IReadOnlyDictionary<string, long> Labels => _labels;

    public IReadOnlyCollection<string> Models => _models;

    public IReadOnlyCollection<string> Policies => _policies;

    public async Task FillAsync(IAsyncEnumerable<ConfirmedCase> cases, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        await foreach (var confirmed in cases.WithCancellation(cancellationToken))
        {
            await JsonSerializer.SerializeAsync(stream, Mask(confirmed), Options, cancellationToken);
            stream.WriteByte((byte)'\n');
            Tally(confirmed.Assessed.Assessment);
        }
    }

    public async IAsyncEnumerable<ConfirmedCase> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(path);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return JsonSerializer.Deserialize<ConfirmedCase>(line, Options)!;
        }
    }

    public void Delete() => File.Delete(path);

    // The store masks posts; a reviewer may still have pasted a key into a reason
    private ConfirmedCase Mask(ConfirmedCase confirmed)
    {
        var post = confirmed.Assessed.Post;
        var masked = post with { Title = masker.Mask(post.Title), Text = masker.Mask(post.Text), Url = masker.Mask(post.Url), Links = [.. post.Links.Select(masker.Mask)], Images = [.. post.Images.Select(masker.Mask)] };
        return confirmed with { Reason = masker.Mask(confirmed.Reason), Assessed = confirmed.Assessed with { Post = masked } };
    }

    private void Tally(Assessment assessment)
    {
        Count++;
        var label = assessment.Label.Id();
        _labels[label] = _labels.GetValueOrDefault(label) + 1;
        _models.Add(assessment.Model);
        _policies.Add(assessment.Policy);
    }
}

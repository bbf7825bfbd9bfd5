using System.Security.Cryptography;
using System.Text;
using Fraud.Posts;
using Fraud.Storage.Secrets;
using Fraud.Text;

namespace Fraud.Storage.Posts;

/// <summary>A row of CrawlTarget.</summary>
internal sealed class TargetRow
{
    public const string Columns = "t.Id, t.Source, t.Url, t.SealedUrl, t.Depth, t.ETag, t.LastModified, t.Failures, t.Priority, t.IntervalMs, p.TextHash";

    public long Id { get; init; }

    public string Source { get; init; } = "";

    public byte[] UrlHash { get; init; } = [];

    public string Url { get; init; } = "";

    public byte[]? SealedUrl { get; init; }

    /// <summary>The form by which its URL is known, in clear; never stored.</summary>
    public string Key { get; init; } = "";

    /// <summary>Its host as it rests.</summary>
    public string Host { get; init; } = "";

    public int Depth { get; init; }

    public string ETag { get; init; } = "";

    public string LastModified { get; init; } = "";

    public int Failures { get; init; }

    public int Priority { get; init; }

    public long IntervalMs { get; init; }

    public long? TextHash { get; init; }

    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>A URL that carries a secret rests encrypted beside its masked form.</summary>
    public static TargetRow From(CrawlTarget target, ISecretMasker masker, Sealer sealer)
    {
        var masked = masker.Mask(target.Url);
        var key = CrawlUrl.KeyOf(target.Url);
        return new()
        {
            Source = target.Source,
            UrlHash = HashOf(key),
            Url = masked,
            SealedUrl = masked == target.Url ? null : sealer.Seal(Encoding.UTF8.GetBytes(target.Url)),
            Key = key,
            Host = HostQueue.HostOf(target.Url, masker),
            Depth = target.Depth,
            ETag = target.ETag,
            LastModified = target.LastModified,
            Failures = target.Failures,
            Priority = target.Priority,
        };
    }

    /// <summary>The target; null when its URL can no longer be decrypted.</summary>
    public CrawlTarget? ToTarget(Sealer sealer)
    {
        var url = SealedUrl is null ? Url : sealer.Open(SealedUrl) is { } clear ? Encoding.UTF8.GetString(clear) : null;
        return url is null ? null : new()
        {
            Source = Source,
            Url = url,
            Depth = Depth,
            ETag = ETag,
            LastModified = LastModified,
            Failures = Failures,
            Priority = Priority,
            Interval = TimeSpan.FromMilliseconds(IntervalMs),
            TextHash = TextHash,
        };
    }
}

using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fraud.Cases;

namespace Fraud.Review.Audit;

/// <summary>
/// The audit log as a file that anybody can verify offline: JSON lines; first {"format":"fraud-audit-1","publicKey":base64}, then checkpoints
/// {"checkpoint":…}, then events {"event":…} in order.
/// </summary>
public static class AuditFile
{
    private const string Format = "fraud-audit-1";
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    /// <summary>Writes a log with the public key (SubjectPublicKeyInfo) that verifies its checkpoints.</summary>
    public static async Task WriteAsync(
        Stream target, byte[] publicKey, IReadOnlyList<AuditCheckpoint> checkpoints, IAsyncEnumerable<CaseEvent> events, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(checkpoints);
        ArgumentNullException.ThrowIfNull(events);
        await WriteLineAsync(target, new() { Format = Format, PublicKey = publicKey }, cancellationToken);
        foreach (var checkpoint in checkpoints)
        {
            await WriteLineAsync(target, new() { Checkpoint = checkpoint }, cancellationToken);
        }

        await foreach (var e in events.WithCancellation(cancellationToken))
        {
            await WriteLineAsync(target, new() { Event = e }, cancellationToken);
        }
    }

    /// <summary>
    /// Null when the log is whole, else one sentence naming the first bad entry. With <paramref name="trustedKeyId"/> the key in the file must be that one
    /// (see <see cref="AuditVerifier.KeyIdOf"/>); without it, a forger could have signed with a key of his own.
    /// </summary>
    public static async Task<string?> VerifyAsync(string path, string? trustedKeyId, CancellationToken cancellationToken)
    {
        byte[]? publicKey = null;
        var checkpoints = new List<AuditCheckpoint>();
        await foreach (var (line, fault) in ReadAsync(path, cancellationToken))
        {
            if (fault is not null)
            {
                return fault;
            }

            publicKey ??= line!.Format == Format ? line.PublicKey : null;
            if (publicKey is null)
            {
                return "This is not an audit log: the first line does not name the format and the public key.";
            }

            checkpoints.AddRange(line!.Checkpoint is { } c ? [c] : []);
        }

        if (publicKey is null || !IsKey(publicKey))
        {
            return "The log holds no readable public key.";
        }

        if (trustedKeyId is not null && AuditVerifier.KeyIdOf(publicKey) != trustedKeyId)
        {
            return "The log was signed with another key than the trusted one.";
        }

        return await new AuditVerifier(publicKey).VerifyAsync(EventsAsync(path, cancellationToken), checkpoints, head: null, cancellationToken);
    }

    private static bool IsKey(byte[] publicKey)
    {
        try
        {
            using var key = System.Security.Cryptography.ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            return true;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }

    private static async IAsyncEnumerable<CaseEvent> EventsAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (line, _) in ReadAsync(path, cancellationToken))
        {
            if (line?.Event is { } e)
            {
                yield return e;
            }
        }
    }

    private static async IAsyncEnumerable<(Line? Line, string? Fault)> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var text in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            var line = Parse(text);
            yield return (line, line is null ? $"Line {number} cannot be read." : null);
        }
    }

    private static Line? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task WriteLineAsync(Stream target, Line line, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(target, line, Json, cancellationToken);
        await target.WriteAsync("\n"u8.ToArray(), cancellationToken);
    }

    internal sealed record Line
    {
        public string? Format { get; init; }

        public byte[]? PublicKey { get; init; }

        public AuditCheckpoint? Checkpoint { get; init; }

        public CaseEvent? Event { get; init; }
    }
}

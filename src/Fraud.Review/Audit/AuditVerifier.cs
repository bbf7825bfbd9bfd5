using System.Security.Cryptography;
using System.Text;
using Fraud.Cases;

namespace Fraud.Review.Audit;

/// <summary>Recomputes the hash chain of an audit log and checks its signed checkpoints. Needs nothing but the log and the public key.</summary>
public sealed class AuditVerifier
{
    private readonly byte[] _publicKey;
    private readonly string _keyId;

    /// <summary>For checkpoints signed with this key (SubjectPublicKeyInfo, P-256).</summary>
    public AuditVerifier(ReadOnlySpan<byte> publicKey)
    {
        _publicKey = publicKey.ToArray();
        _keyId = KeyIdOf(publicKey);
    }

    /// <summary>SHA-256 (hex) of a public key; what <see cref="AuditCheckpoint.KeyId"/> names.</summary>
    public static string KeyIdOf(ReadOnlySpan<byte> publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey));

    /// <summary>Null when the log is whole; else one sentence that names the first bad entry.</summary>
    /// <param name="events">All events in order.</param>
    /// <param name="checkpoints">All checkpoints.</param>
    /// <param name="head">Newest event as remembered apart from the log; null when not known.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<string?> VerifyAsync(
        IAsyncEnumerable<CaseEvent> events, IReadOnlyList<AuditCheckpoint> checkpoints, (long Sequence, string Hash)? head, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(checkpoints);
        var signed = checkpoints.ToLookup(c => c.Sequence);
        if (checkpoints.Select(CheckSignature).FirstOrDefault(f => f is not null) is { } forged)
        {
            return forged;
        }

        var (sequence, hash) = (0L, EventHash.Origin);
        await foreach (var e in events.WithCancellation(cancellationToken))
        {
            if (Check(e, sequence, hash, signed[e.Sequence]) is { } fault)
            {
                return fault;
            }

            (sequence, hash) = (e.Sequence, e.Hash);
        }

        return CheckEnd(sequence, hash, checkpoints, head);
    }

    private static string? Check(CaseEvent e, long sequence, string hash, IEnumerable<AuditCheckpoint> signed)
    {
        if (e.Sequence != sequence + 1)
        {
            return $"Event {sequence + 1} is missing: event {sequence} is followed by event {e.Sequence}.";
        }

        if (EventHash.Compute(hash, e) != e.Hash)
        {
            return $"Event {e.Sequence} was altered, or does not belong after event {sequence}: its hash does not follow.";
        }

        return signed.Any(c => c.Hash != e.Hash) ? $"Event {e.Sequence} is not the one that was signed: the log was rewritten at or before it." : null;
    }

    private static string? CheckEnd(long sequence, string hash, IReadOnlyList<AuditCheckpoint> checkpoints, (long Sequence, string Hash)? head)
    {
        var last = checkpoints.Count == 0 ? 0 : checkpoints.Max(c => c.Sequence);
        if (last > sequence)
        {
            return $"The log was cut off: it ends at event {sequence}, but event {last} was signed.";
        }

        return head is { } h && h != (sequence, hash)
            ? $"The log was cut off or rewritten: it ends at event {sequence}, but event {h.Sequence} is remembered as the newest."
            : null;
    }

    private string? CheckSignature(AuditCheckpoint checkpoint)
    {
        if (checkpoint.KeyId != _keyId)
        {
            return $"The checkpoint at event {checkpoint.Sequence} was signed with another key.";
        }

        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(_publicKey, out _);
        var signature = new byte[256];
        return Convert.TryFromBase64String(checkpoint.Signature, signature, out var length)
            && key.VerifyData(Encoding.UTF8.GetBytes(checkpoint.SignedText), signature.AsSpan(0, length), HashAlgorithmName.SHA256)
            ? null
            : $"The signature of the checkpoint at event {checkpoint.Sequence} is not valid.";
    }
}

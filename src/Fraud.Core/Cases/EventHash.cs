using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Fraud.Cases;

/// <summary>
/// The hash chain of the audit log. Hash n = SHA-256 over the 32 bytes of hash n-1 (32 zero bytes before the first) and the fields
/// "fraud-event-1", sequence, case id, kind, actor, time (yyyy-MM-ddTHH:mm:ss.fffZ), decision word, reason; each field as its UTF-8 length
/// in decimal digits, ':', the bytes, ','. The lengths make it impossible to move text from one field into another.
/// </summary>
public static class EventHash
{
    private const string Version = "fraud-event-1";

    /// <summary>What stands before the first event: 64 zeros.</summary>
    public static string Origin { get; } = new('0', 64);

    /// <summary>The hash of an event after <paramref name="previousHash"/>, lower-case hex. <see cref="CaseEvent.Hash"/> is not read.</summary>
    public static string Compute(string previousHash, CaseEvent caseEvent)
    {
        ArgumentNullException.ThrowIfNull(caseEvent);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Convert.FromHexString(previousHash));
        Append(hash, Version);
        Append(hash, caseEvent.Sequence.ToString(CultureInfo.InvariantCulture));
        Append(hash, caseEvent.CaseId.ToString(CultureInfo.InvariantCulture));
        Append(hash, caseEvent.Kind);
        Append(hash, caseEvent.Actor);
        Append(hash, Time(caseEvent.At));
        Append(hash, caseEvent.Decision.Word());
        Append(hash, caseEvent.Reason);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A moment as the chain writes it: UTC, milliseconds.</summary>
    public static string Time(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static void Append(IncrementalHash hash, string field)
    {
        var bytes = Encoding.UTF8.GetBytes(field);
        hash.AppendData(Encoding.ASCII.GetBytes(bytes.Length.ToString(CultureInfo.InvariantCulture) + ":"));
        hash.AppendData(bytes);
        hash.AppendData(","u8);
    }
}

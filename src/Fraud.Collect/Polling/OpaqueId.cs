namespace Fraud.Collect.Polling;

/// <summary>Ids that grow with time but are no numbers to calculate with: the longer is the newer, then the one later in the alphabet.</summary>
internal static class OpaqueId
{
    public static bool IsAfter(string id, string other) => id.Length != other.Length ? id.Length > other.Length : string.CompareOrdinal(id, other) > 0;

    /// <summary>The newest; empty for none.</summary>
    public static string Newest(IEnumerable<string> ids) => ids.Aggregate("", (a, b) => IsAfter(b, a) ? b : a);

    /// <summary>The oldest; empty for none.</summary>
    public static string Oldest(IEnumerable<string> ids) => ids.Aggregate("", (a, b) => a.Length == 0 || IsAfter(a, b) ? b : a);
}

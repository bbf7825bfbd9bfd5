namespace Fraud.Keys.Filters;

/// <summary>As much of a token as its letters are judged by: more says no more, and would make long hostile texts dear.</summary>
internal static class Sample
{
    /// <summary>Longest sample.</summary>
    public const int Length = 512;

    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> token) => token.Length > Length ? token[..Length] : token;
}

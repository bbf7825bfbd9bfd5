namespace Fraud.Contacts;

/// <summary>Values of what must never rest in clear.</summary>
internal static class Masks
{
    /// <summary>Dots for all but the last characters.</summary>
    public static string All(int length, ReadOnlySpan<char> last)
    {
        var masked = new char[length];
        masked.AsSpan().Fill(Text.SpanMask.Mark);
        last.CopyTo(masked.AsSpan(length - last.Length));
        return new(masked);
    }
}

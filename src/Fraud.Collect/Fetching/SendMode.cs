namespace Fraud.Collect.Fetching;

/// <summary>What differs between fetching a page and fetching robots.txt.</summary>
/// <param name="MaxBytes">Most bytes of body.</param>
/// <param name="Truncate">Cut a longer body instead of refusing it.</param>
/// <param name="AnyType">Take any content type.</param>
internal readonly record struct SendMode(int MaxBytes, bool Truncate, bool AnyType)
{
    /// <summary>RFC 9309 asks for at least 500 KiB.</summary>
    public static SendMode Robots { get; } = new(500 * 1024, Truncate: true, AnyType: true);

    public static SendMode Page(FetchOptions options) => new(options.MaxBodyBytes, Truncate: false, AnyType: false);
}

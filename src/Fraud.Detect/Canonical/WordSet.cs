namespace Fraud.Canonical;

/// <summary>A small set of Latin words asked for piece by piece, without building strings.</summary>
internal sealed class WordSet
{
    /// <summary>Longest word held.</summary>
    public const int MaxLength = 14;

    private readonly HashSet<ulong> _words;

    public WordSet(IEnumerable<string> words) => _words = [.. words.Select(w => Add(Seed, w))];

    /// <summary>The hash of no letters.</summary>
    public static ulong Seed => 14695981039346656037UL;

    /// <summary>The hash with more letters added.</summary>
    public static ulong Add(ulong hash, ReadOnlySpan<char> letters)
    {
        foreach (var c in letters)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash;
    }

    /// <summary>Whether the letters hashed so far make a word of the set.</summary>
    public bool Contains(ulong hash) => _words.Contains(hash);

    /// <summary>Whether the letters, each seen through <paramref name="read"/>, make a word of the set.</summary>
    public bool Contains(ReadOnlySpan<char> letters, Func<char, char> read)
    {
        if (letters.Length > MaxLength)
        {
            return false;
        }

        var hash = Seed;
        foreach (var c in letters)
        {
            hash = (hash ^ read(c)) * 1099511628211UL;
        }

        return _words.Contains(hash);
    }
}

namespace Fraud.Canonical;

/// <summary>A small set of Latin words asked for piece by piece, without building strings.</summary>
internal sealed class WordSet
{
    /// <summary>Longest word held.</summary>
    public const int MaxLength = 14;

    private readonly HashSet<ulong> _words = [];
    private readonly bool[] _beginnings = new bool[32 * 32];

    public WordSet(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            _words.Add(Add(Seed, word));
            _beginnings[Beginning(word[0], word[1])] = true;
        }
    }

    /// <summary>Whether any word begins with these two letters: turns most questions away without hashing.</summary>
    public bool MayBegin(char first, char second) => _beginnings[Beginning(first, second)];

    private static int Beginning(char first, char second) => ((first & 31) << 5) | (second & 31);

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

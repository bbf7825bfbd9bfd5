namespace Fraud.Canonical;

/// <summary>A small set of Latin words asked for piece by piece, without building strings.</summary>
internal sealed class WordSet
{
    /// <summary>Longest word held.</summary>
    public const int MaxLength = 14;

    private readonly HashSet<ulong> _words = [];
    private const int SeamBits = 14;
    private readonly bool[] _beginnings = new bool[32 * 32];
    private readonly ulong[] _seams = new ulong[1 << (SeamBits - 6)];

    public WordSet(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            _words.Add(Add(Seed, word));
            _beginnings[Beginning(word[0], word[1])] = true;
            for (var i = 1; i < word.Length; i++)
            {
                var seam = Seam(word, i - 1, i);
                _seams[seam >> 6] |= 1UL << (int)seam;
            }
        }
    }

    /// <summary>Whether any word begins with these two letters: turns most questions away without hashing.</summary>
    public bool MayBegin(char first, char second) => _beginnings[Beginning(first, second)];

    /// <summary>Whether any word has the letters on both sides of a gap in a row: turns nearly all gaps away.</summary>
    public bool MayClose(ReadOnlySpan<char> text, int left, int right)
    {
        var seam = Seam(text, left, right);
        return (_seams[seam >> 6] & (1UL << (int)seam)) != 0;
    }

    // Two letters on either side, or one and none
    private static uint Seam(ReadOnlySpan<char> text, int left, int right)
    {
        var before = left > 0 && char.IsAsciiLetterLower(text[left - 1]) ? text[left - 1] : 0u;
        var after = right + 1 < text.Length && char.IsAsciiLetterLower(text[right + 1]) ? text[right + 1] : 0u;
        return ((before << 24) | ((uint)text[left] << 16) | ((uint)text[right] << 8) | after) * 0x9E3779B1u >> (32 - SeamBits);
    }

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

using System.Runtime.CompilerServices;

namespace Fraud.Pitches;

/// <summary>Finds every listed term in one walk over a text: a trie in flat arrays, entered by a table over the first character.</summary>
internal sealed class TermTrie
{
    private const int MaybeBits = 17;

    // A bit a character that begins a term: most characters of a text do not, and the bits stay in the nearest cache
    private readonly ulong[] _begins = new ulong[(char.MaxValue + 1) / 64];

    // A node is its number twice, plus one when terms end there
    private readonly int[] _roots = new int[char.MaxValue + 1];
    private readonly uint[] _keys;
    private readonly int[] _children;
    private readonly int _mask;
    private readonly ulong[] _maybe = new ulong[1 << (MaybeBits - 6)];
    private readonly int[] _firsts;
    private readonly Entry[] _entries;

    /// <summary>Builds the trie. A term of Latin letters or digits stands between word borders; a final * opens the right border.</summary>
    public TermTrie(IReadOnlyList<(string Term, int Value)> terms)
    {
        var nodes = new List<List<Entry>> { new() };
        var edges = new Dictionary<(int Node, char C), int>();
        foreach (var (term, value) in terms)
        {
            var open = term.Length > 1 && term[^1] == '*';
            var plain = open ? term[..^1] : term;
            var node = Walk(plain, nodes, edges);
            nodes[node].Add(new(value, !open && IsWordChar(plain[^1])));
        }

        var size = 16;
        while (size < edges.Count * 3)
        {
            size *= 2;
        }

        (_keys, _children, _mask) = (new uint[size], new int[size], size - 1);
        foreach (var ((node, c), child) in edges)
        {
            Insert(node, c, Marked(child, nodes));
        }

        for (var c = 0; c <= char.MaxValue; c++)
        {
            _begins[c >> 6] |= _roots[c] == 0 ? 0 : 1UL << c;
            _roots[c] = Marked(_roots[c], nodes);
        }

        _firsts = new int[nodes.Count + 1];
        for (var i = 0; i < nodes.Count; i++)
        {
            _firsts[i + 1] = _firsts[i] + nodes[i].Count;
        }

        _entries = [.. nodes.SelectMany(n => n)];
    }

    /// <summary>Reports every term found, by start.</summary>
    public void Find<TSink>(ReadOnlySpan<char> text, ref TSink sink)
        where TSink : ITermSink, allows ref struct
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if ((_begins[c >> 6] & (1UL << c)) == 0 || (IsWordChar(c) && i > 0 && SameWord(text[i - 1], c)))
            {
                continue;
            }

            var (node, end) = (_roots[c], i + 1);
            do
            {
                if ((node & 1) != 0)
                {
                    Report(text, node >> 1, i, end, ref sink);
                }
            }
            while (end < text.Length && (node = Child(node >> 1, text[end++])) != 0);
        }
    }

    private void Report<TSink>(ReadOnlySpan<char> text, int node, int start, int end, ref TSink sink)
        where TSink : ITermSink, allows ref struct
    {
        foreach (ref readonly var entry in _entries.AsSpan(_firsts[node].._firsts[node + 1]))
        {
            if (!entry.ClosedRight || end == text.Length || !SameWord(text[end - 1], text[end]))
            {
                sink.Add(entry.Value, start, end);
            }
        }
    }

    // A digit after a letter, or a letter after a digit, begins a new word: 10b, gpt5
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool SameWord(char left, char right) =>
        (char.IsAsciiLetterLower(left) && char.IsAsciiLetterLower(right)) || (char.IsAsciiDigit(left) && char.IsAsciiDigit(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsWordChar(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);

    private static int Marked(int node, List<List<Entry>> nodes) => (node * 2) + (nodes[node].Count > 0 ? 1 : 0);

    private int Walk(string term, List<List<Entry>> nodes, Dictionary<(int Node, char C), int> edges)
    {
        var node = _roots[term[0]];
        if (node == 0)
        {
            node = _roots[term[0]] = nodes.Count;
            nodes.Add([]);
        }

        foreach (var c in term.AsSpan(1))
        {
            if (!edges.TryGetValue((node, c), out var child))
            {
                child = edges[(node, c)] = nodes.Count;
                nodes.Add([]);
            }

            node = child;
        }

        return node;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Child(int node, char c)
    {
        var key = ((uint)node << 16) | c;

        // Most steps lead nowhere; a small bit table that stays in the nearest cache says so
        var bit = key * 0x85EBCA6Bu >> (32 - MaybeBits);
        if ((_maybe[bit >> 6] & (1UL << (int)(bit & 63))) == 0)
        {
            return 0;
        }

        for (var slot = Hash(key) & _mask; ; slot = (slot + 1) & _mask)
        {
            if (_keys[slot] == key)
            {
                return _children[slot];
            }

            if (_keys[slot] == 0)
            {
                return 0;
            }
        }
    }

    private void Insert(int node, char c, int child)
    {
        var key = ((uint)node << 16) | c;
        var bit = key * 0x85EBCA6Bu >> (32 - MaybeBits);
        _maybe[bit >> 6] |= 1UL << (int)(bit & 63);
        var slot = Hash(key) & _mask;
        while (_keys[slot] != 0)
        {
            slot = (slot + 1) & _mask;
        }

        (_keys[slot], _children[slot]) = (key, child);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(uint key) => (int)((key * 0x9E3779B1u) >> 12);

    private readonly record struct Entry(int Value, bool ClosedRight);
}

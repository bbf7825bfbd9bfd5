using System.Runtime.CompilerServices;

namespace Fraud.Pitches;

/// <summary>Finds every listed term in one walk over a text: a trie in flat arrays, entered by a table over the first character.</summary>
internal sealed class TermTrie
{
    private const int RootBits = 16;
    private const int MaybeBits = 17;
    private readonly int[] _roots = new int[1 << RootBits];
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
            nodes[node].Add(new(value, plain.Length, IsWordChar(plain[0]), !open && IsWordChar(plain[^1])));
        }

        var size = 16;
        while (size < edges.Count * 3)
        {
            size *= 2;
        }

        (_keys, _children, _mask) = (new uint[size], new int[size], size - 1);
        foreach (var ((node, c), child) in edges)
        {
            Insert(node, c, child);
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
            var node = _roots[text[i]];
            if (node == 0 || (IsWordChar(text[i]) && i > 0 && SameWord(text[i - 1], text[i])))
            {
                continue;
            }

            for (var end = i + 1; ; end++)
            {
                for (var e = _firsts[node]; e < _firsts[node + 1]; e++)
                {
                    ref readonly var entry = ref _entries[e];
                    if (!entry.ClosedRight || end == text.Length || !SameWord(text[end - 1], text[end]))
                    {
                        sink.Add(entry.Value, i, end);
                    }
                }

                if (end == text.Length || (node = Child(node, text[end])) == 0)
                {
                    break;
                }
            }
        }
    }

    // A digit after a letter, or a letter after a digit, begins a new word: 10b, gpt5
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool SameWord(char left, char right) =>
        (char.IsAsciiLetterLower(left) && char.IsAsciiLetterLower(right)) || (char.IsAsciiDigit(left) && char.IsAsciiDigit(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsWordChar(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);

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

    private readonly record struct Entry(int Value, int Length, bool ClosedLeft, bool ClosedRight);
}

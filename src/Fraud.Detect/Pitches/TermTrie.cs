using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fraud.Pitches;

/// <summary>Finds every listed term: a filter over the first two characters leaves few places, a trie in flat arrays settles those.</summary>
internal sealed class TermTrie
{
    private const int MaybeBits = 17;
    private const int Batch = 512;
    private static readonly byte[] WordClasses = [.. Enumerable.Range(0, 128).Select(c => (byte)(char.IsAsciiLetterLower((char)c) ? 1 : char.IsAsciiDigit((char)c) ? 2 : 0))];

    // Most characters begin no term, and most steps lead nowhere; bit tables that stay in the nearest cache say so
    private readonly ulong[] _alone = new ulong[(char.MaxValue + 1) / 64];
    private readonly ulong[] _pairs = new ulong[1 << (MaybeBits - 6)];
    private readonly ulong[] _maybe = new ulong[1 << (MaybeBits - 6)];

    // A node is its number twice, plus one when terms end there
    private readonly int[] _roots = new int[char.MaxValue + 1];

    // First two characters, or node and character, above; the node they lead to below
    private readonly ulong[] _openings;
    private readonly ulong[] _edges;
    private readonly int[] _firsts;
    private readonly Entry[] _entries;

    /// <summary>Builds the trie. A term of Latin letters or digits stands between word borders; a final * opens the right border.</summary>
    public TermTrie(IReadOnlyList<(string Term, int Value)> terms)
    {
        var nodes = new List<List<Entry>> { new() };
        var edges = new Dictionary<ulong, int>();
        foreach (var (term, value) in terms)
        {
            var open = term.Length > 1 && term[^1] == '*';
            var plain = open ? term[..^1] : term;
            var node = Walk(plain, nodes, edges);
            nodes[node].Add(new(value, !open && IsWordChar(plain[^1])));
            var bit = plain.Length > 1 ? PairBit(plain[0], plain[1]) : plain[0];
            (plain.Length > 1 ? _pairs : _alone)[bit >> 6] |= 1UL << (int)bit;
        }

        (_openings, _edges) = Tables(nodes, edges);
        for (var c = 0; c <= char.MaxValue; c++)
        {
            _roots[c] = Marked(_roots[c], nodes);
        }

        _firsts = new int[nodes.Count + 1];
        for (var i = 0; i < nodes.Count; i++)
        {
            _firsts[i + 1] = _firsts[i] + nodes[i].Count;
        }

        _entries = new Entry[_firsts[^1]];
        for (var i = 0; i < nodes.Count; i++)
        {
            nodes[i].CopyTo(_entries, _firsts[i]);
        }
    }

    /// <summary>Reports every term found, by start.</summary>
    [SkipLocalsInit]
    public void Find<TSink>(ReadOnlySpan<char> text, ref TSink sink)
        where TSink : ITermSink, allows ref struct
    {
        Span<int> places = stackalloc int[Batch];
        for (var from = 0; from < text.Length; from += Batch)
        {
            foreach (var place in places[..Sift(text, from, Math.Min(text.Length, from + Batch), places)])
            {
                Follow(text, place, ref sink);
            }
        }
    }

    // Written for every place and kept for some: a branch here would be guessed wrong too often
    private int Sift(ReadOnlySpan<char> text, int from, int to, Span<int> places)
    {
        var (count, before) = (0, from > 0 ? WordClass(text[from - 1]) : 0u);
        for (var i = from; i < to; i++)
        {
            var c = text[i];
            var pair = PairBit(c, i + 1 < text.Length ? text[i + 1] : '\0');
            var begins = (uint)((_pairs[pair >> 6] >> (int)pair) | (_alone[c >> 6] >> c));
            var own = WordClass(c);
            var inside = before & own;
            places[count] = i;
            count += (int)(begins & ~(inside | (inside >> 1)) & 1);
            before = own;
        }

        return count;
    }

    private void Follow<TSink>(ReadOnlySpan<char> text, int start, ref TSink sink)
        where TSink : ITermSink, allows ref struct
    {
        var c = text[start];
        if ((_alone[c >> 6] & (1UL << c)) != 0)
        {
            Report(text, _roots[c] >> 1, start, start + 1, ref sink);
        }

        var end = start + 2;
        var node = end <= text.Length ? Find(_openings, ((uint)c << 16) | text[start + 1]) : 0;
        while (node != 0)
        {
            if ((node & 1) != 0)
            {
                Report(text, node >> 1, start, end, ref sink);
            }

            node = end < text.Length ? Child(node >> 1, text[end++]) : 0;
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

    private int Walk(string term, List<List<Entry>> nodes, Dictionary<ulong, int> edges)
    {
        var node = _roots[term[0]];
        if (node == 0)
        {
            node = _roots[term[0]] = nodes.Count;
            nodes.Add([]);
        }

        foreach (var c in term.AsSpan(1))
        {
            if (!edges.TryGetValue(((ulong)node << 16) | c, out var child))
            {
                child = edges[((ulong)node << 16) | c] = nodes.Count;
                nodes.Add([]);
            }

            node = child;
        }

        return node;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint PairBit(char first, char second) => ((first * 0x9E3779B1u) + second) * 0x85EBCA6Bu >> (32 - MaybeBits);

    // A letter beside a letter, or a digit beside a digit, is inside a word
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint WordClass(char c) => WordClasses[Math.Min(c, (char)127)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Child(int node, char c)
    {
        var key = ((uint)node << 16) | c;
        var bit = key * 0x85EBCA6Bu >> (32 - MaybeBits);
        if ((_maybe[bit >> 6] & (1UL << (int)bit)) == 0)
        {
            return 0;
        }

        return Find(_edges, key);
    }

    private static int Find(ulong[] table, uint key)
    {
        var mask = table.Length - 1;
        for (var at = Hash(key) & mask; table[at] != 0; at = (at + 1) & mask)
        {
            if ((uint)(table[at] >> 32) == key)
            {
                return (int)(uint)table[at];
            }
        }

        return 0;
    }

    private (ulong[] Openings, ulong[] Edges) Tables(List<List<Entry>> nodes, Dictionary<ulong, int> edges)
    {
        var begins = new char[nodes.Count];
        for (var c = 0; c < _roots.Length; c++)
        {
            begins[_roots[c]] = _roots[c] == 0 ? '\0' : (char)c;
        }

        var openings = new ulong[BitOperations.RoundUpToPowerOf2((uint)(Openings(edges, begins) * 2) + 16)];
        var further = new ulong[BitOperations.RoundUpToPowerOf2((uint)(edges.Count * 2) + 16)];
        foreach (var (edge, child) in edges)
        {
            var (node, c) = ((int)(edge >> 16), (char)edge);
            var opens = begins[node] != 0;
            var key = ((uint)(opens ? begins[node] : node) << 16) | c;
            Insert(opens ? openings : further, key, Marked(child, nodes));
            var bit = key * 0x85EBCA6Bu >> (32 - MaybeBits);
            _maybe[bit >> 6] |= opens ? 0 : 1UL << (int)bit;
        }

        return (openings, further);
    }

    private static int Openings(Dictionary<ulong, int> edges, char[] begins)
    {
        var count = 0;
        foreach (var (edge, _) in edges)
        {
            count += begins[(int)(edge >> 16)] != 0 ? 1 : 0;
        }

        return count;
    }

    private static void Insert(ulong[] table, uint key, int child)
    {
        var mask = table.Length - 1;
        var at = Hash(key) & mask;
        while (table[at] != 0)
        {
            at = (at + 1) & mask;
        }

        table[at] = ((ulong)key << 32) | (uint)child;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(uint key) => (int)((key * 0x9E3779B1u) >> 12);

    private readonly record struct Entry(int Value, bool ClosedRight);
}

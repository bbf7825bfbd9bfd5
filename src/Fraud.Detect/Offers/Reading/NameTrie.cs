using System.Numerics;

namespace Fraud.Offers;

/// <summary>Finds the longest known name at a place. Spaces, hyphens and underscores inside a Latin name may be there or not: gpt5.4, GPT-5.4, gpt 5.4.</summary>
internal sealed class NameTrie
{
    private const int PairBits = 14;
    private readonly ushort[] _roots = new ushort[char.MaxValue + 1];

    // Most characters that begin a name do not begin one here: the next one says so
    private readonly ulong[] _pairs = new ulong[1 << (PairBits - 6)];

    // Node and character above, the node they lead to below; open addressing, 0 is an empty place
    private readonly ulong[] _edges;
    private readonly NameEntry?[] _entries;

    /// <summary>A trie of these names; the first meaning of a name counts.</summary>
    public NameTrie(IEnumerable<NamedEntry> names)
    {
        var edges = new Dictionary<uint, ushort>();
        var entries = new List<NameEntry?> { null };
        foreach (var (name, entry) in names)
        {
            ushort node = 0;
            foreach (var c in Normal(name))
            {
                if (!edges.TryGetValue(Edge(node, c), out var next))
                {
                    next = edges[Edge(node, c)] = checked((ushort)entries.Count);
                    entries.Add(null);
                }

                node = next;
            }

            entries[node] ??= entry;
        }

        _edges = new ulong[BitOperations.RoundUpToPowerOf2((uint)edges.Count * 4)];
        _entries = [.. entries];
        Fill(edges);
    }

    private void Fill(Dictionary<uint, ushort> edges)
    {
        var begins = new char[_entries.Length];
        foreach (var (edge, next) in edges)
        {
            var at = Place(edge);
            while (_edges[at] != 0)
            {
                at = (at + 1) & (_edges.Length - 1);
            }

            _edges[at] = ((ulong)edge << 32) | next;
            if (edge <= char.MaxValue)
            {
                _roots[edge] = next;
                begins[next] = (char)edge;
            }
        }

        foreach (var (edge, _) in edges)
        {
            if (begins[edge >> 16] is var first and not '\0')
            {
                var pair = Pair(first, (char)edge);
                _pairs[pair >> 6] |= 1UL << (int)pair;
            }
        }
    }

    /// <summary>Whether a name can begin with this character.</summary>
    public bool CanStart(char c) => _roots[c] != 0;

    /// <summary>Finds the longest name at a place.</summary>
    public NameEntry? Find(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        NameEntry? found = null;
        var node = _roots[text[at]];
        if (node == 0 || (char.IsAsciiLetter(text[at]) && at > 0 && char.IsAsciiLetter(text[at - 1])))
        {
            return null;
        }

        var (i, spaced) = (at + 1, false);
        if (_entries[node] is null && (i >= text.Length || (!IsSeparator(text[i]) && (_pairs[Pair(text[at], text[i]) >> 6] & (1UL << (int)Pair(text[at], text[i]))) == 0)))
        {
            return null;
        }

        while (true)
        {
            if (_entries[node] is { } entry && IsWhole(text, i, spaced, out var whole))
            {
                (found, end) = (entry, whole);
            }

            if (i >= text.Length)
            {
                return found;
            }

            var next = Step(node, text[i]);
            if (next == 0 && IsSeparator(text[i]) && i + 1 < text.Length)
            {
                // claude-opus-4-5: a hyphen between digits is the point of a version
                spaced = text[i] == ' ';
                next = char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]) ? text[i] == '-' ? Step(node, '.') : (ushort)0
                    : char.IsAscii(text[i - 1]) && char.IsAscii(text[i + 1]) ? Step(node, text[++i]) : (ushort)0;
            }

            if (next == 0)
            {
                return found;
            }

            spaced &= char.IsAsciiDigit(text[i]) || text[i] == '.';
            node = next;
            i++;
        }
    }

    private static string Normal(string name)
    {
        var normal = new System.Text.StringBuilder();
        var lower = name.ToLowerInvariant();
        for (var i = 0; i < lower.Length; i++)
        {
            if (!IsSeparator(lower[i]))
            {
                normal.Append(lower[i]);
            }
            else if (lower[i] == '-' && i > 0 && i + 1 < lower.Length && char.IsAsciiDigit(lower[i - 1]) && char.IsAsciiDigit(lower[i + 1]))
            {
                normal.Append('.');
            }
        }

        return normal.ToString();
    }

    private static uint Pair(char first, char second) => ((first * 0x9E3779B1u) + second) * 0x85EBCA6Bu >> (32 - PairBits);

    private static bool IsSeparator(char c) => c is ' ' or '-' or '_';

    private ushort Step(ushort node, char c)
    {
        var edge = Edge(node, c);
        for (var at = Place(edge); _edges[at] != 0; at = (at + 1) & (_edges.Length - 1))
        {
            if ((uint)(_edges[at] >> 32) == edge)
            {
                return (ushort)_edges[at];
            }
        }

        return 0;
    }

    private static uint Edge(ushort node, char c) => ((uint)node << 16) | c;

    private int Place(uint edge) => (int)((edge * 0x9E3779B1u) >> 12) & (_edges.Length - 1);

    // A name must not go on: opus is not in opuscule, 5.4 not in 5.45, and "opus 5" not in "opus 5折"
    private static bool IsWhole(ReadOnlySpan<char> text, int end, bool spaced, out int whole)
    {
        whole = end;
        var last = text[end - 1];
        if (end == text.Length || !char.IsAsciiLetterOrDigit(last))
        {
            return true;
        }

        var next = text[end];
        if (char.IsAsciiLetter(last))
        {
            whole += next == 's' ? 1 : 0;
            return whole == text.Length || !char.IsAsciiLetter(text[whole]);
        }

        return !char.IsAsciiDigit(next) && !(next == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])) && !(spaced && OfferUnits.Follows(text, end));
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fraud.Pitches;

/// <summary>Walks a text and names its features. What is added here decides what weights mean: raise <see cref="Version"/> with every change.</summary>
internal static class FeatureWalk
{
    /// <summary>Version of the features; weights of another version are refused.</summary>
    public const int Version = 5;

    // Far apart in their high bits: a mix of small numbers is the mix of any others with the same exclusive or, and an idea would be a signal too
    private const uint
        Own = 0x9E3779B1,
        Other = 0x3C6EF362,
        Letters = 0xDAA66D13,
        Idea = 0x78DDE6C4,
        QuotedIdea = 0x17156075,
        Pair = 0xB54CDA26,
        QuotedPair = 0x538453D7,
        Signal = 0xF1BBCD88,
        QuotedSignal = 0x8FF34739,
        Hint = 0x2E2AC0EA,
        LeadIdea = 0xCC623A9B,
        TailIdea = 0x6A99B44C;

    private const uint Border = 0xFFFF01;
    private const int PairReach = 4;
    private const int LeadReach = 50;
    private const int TailReach = 40;
    private const int LongestPart = 5;
    private const int MostOfWord = 3 * UnitReader.LongestWord;
    private const int Batch = 768;

    /// <summary>Adds every feature; answers how many parts there were, repeats counted.</summary>
    [SkipLocalsInit]
    public static int Walk<TSink>(PitchText text, PitchHints hints, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        Span<uint> keys = stackalloc uint[Batch];
        var parts = Parts(text, text.Units.Count, keys, ref sink);
        Ideas(text, ref sink);
        foreach (ref readonly var hit in text.Signals.Items)
        {
            sink.AddWhole(SignalKey(hit.Value, text.Quoted[hit.Start] != 0), FeatureGroup.Signal);
        }

        for (var bits = hints.Bits; bits != 0; bits &= bits - 1)
        {
            sink.AddWhole(HintKey(BitOperations.TrailingZeroCount(bits)), FeatureGroup.Hint);
        }

        return parts;
    }

    /// <summary>Adds the parts that begin in the title once more; answers how many there were.</summary>
    [SkipLocalsInit]
    public static int WalkTitle<TSink>(PitchText text, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        Span<uint> keys = stackalloc uint[Batch];
        return text.TitleUnits == 0 ? 0 : Parts(text, text.TitleUnits, keys, ref sink);
    }

    /// <summary>The key of an idea, for explanations.</summary>
    public static uint IdeaKey(int idea, bool quoted) => Mix(quoted ? QuotedIdea : Idea, (uint)idea);

    /// <summary>The key of a signal, for explanations.</summary>
    public static uint SignalKey(int signal, bool quoted) => Mix(quoted ? QuotedSignal : Signal, (uint)signal);

    /// <summary>The key of a fact from another detector.</summary>
    public static uint HintKey(int hint) => Mix(Hint, (uint)hint);

    /// <summary>The key of two units in a row, for explanations.</summary>
    public static uint PairOfUnitsKey(Units units, int first) =>
        Mix(Mix(units.Channels[first] == 0 ? Own : Other, units.Hashes[first]), units.Hashes[first + 1]);

    private static int Parts<TSink>(PitchText text, int count, scoped Span<uint> keys, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct =>
        Grams(text.Units, count, keys, ref sink) + Subwords(text, count, keys, ref sink);

    // Runs of one to three units that begin in the first so many; the borders of the text are units too
    private static int Grams<TSink>(Units units, int count, scoped Span<uint> keys, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        units.Border(Border);
        if (count == 0)
        {
            return 0;
        }

        keys[0] = Mix(Mix(Own, Border), units.Hashes[0]);
        sink.AddParts(keys[..1], FeatureGroup.Gram);
        for (var from = 0; from < count; from += keys.Length / 3)
        {
            // The last unit has no run of three: its border is one unit
            var to = Math.Min(count, from + (keys.Length / 3));
            Fill(units.Hashes.AsSpan(from, to - from + 2), units.Channels.AsSpan(from, to - from), keys);
            sink.AddParts(keys[..(((to - from) * 3) - (to == units.Count ? 1 : 0))], FeatureGroup.Gram);
        }

        return count * 3;
    }

    private static void Fill(ReadOnlySpan<uint> hashes, ReadOnlySpan<byte> channels, Span<uint> keys)
    {
        for (var i = 0; i < channels.Length; i++)
        {
            var one = Mix(channels[i] == 0 ? Own : Other, hashes[i]);
            var two = Mix(one, hashes[i + 1]);
            keys[i * 3] = one;
            keys[(i * 3) + 1] = two;
            keys[(i * 3) + 2] = Mix(two, hashes[i + 2]);
        }
    }

    // Letters inside words: three to five in a row, borders included, so that endings and misspellings are known
    private static int Subwords<TSink>(PitchText text, int among, scoped Span<uint> keys, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        var (units, count, all) = (text.Units, 0, 0);
        var chars = text.Text;
        foreach (var u in units.Words)
        {
            if (u >= among)
            {
                break;
            }

            count += Subwords(chars[units.Starts[u]..units.Ends[u]], keys[count..]);
            if (count > keys.Length - MostOfWord)
            {
                sink.AddParts(keys[..count], FeatureGroup.Letters);
                all += count;
                count = 0;
            }
        }

        sink.AddParts(keys[..count], FeatureGroup.Letters);
        return all + count;
    }

    [SkipLocalsInit]
    private static int Subwords(ReadOnlySpan<char> word, Span<uint> keys)
    {
        Span<uint> letters = stackalloc uint[UnitReader.LongestWord + 2];
        letters[0] = '^';
        for (var i = 0; i < word.Length; i++)
        {
            letters[i + 1] = word[i];
        }

        letters[word.Length + 1] = '$';
        letters = letters[..(word.Length + 2)];
        var count = 0;
        for (var start = 0; start < letters.Length - 2; start++)
        {
            var key = Mix(Mix(Letters, letters[start]), letters[start + 1]);
            for (var i = start + 2; i < letters.Length && i < start + LongestPart; i++)
            {
                keys[count++] = key = Mix(key, letters[i]);
            }
        }

        return count;
    }

    // Each idea by whose words it stands in, once more when the author opens with it (an advertisement says early what it sells) or ends with it (who retells a pitch judges it last), and each pair of ideas close together in one clause
    private static void Ideas<TSink>(PitchText text, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        var chars = text.Text;
        var whose = text.Quoted;
        var ideas = text.Lexicon.Ideas.Count;
        var hits = text.Terms.Items;
        Span<Hit> recent = stackalloc Hit[PairReach];
        var (count, clause) = (0, NextClause(chars, 0));
        foreach (ref readonly var hit in hits)
        {
            if (hit.Value >= ideas)
            {
                continue;
            }

            var own = whose[hit.Start] == 0;
            sink.AddWhole(IdeaKey(hit.Value, !own), FeatureGroup.Idea);
            if (own && hit.Start < LeadReach)
            {
                sink.AddWhole(Mix(LeadIdea, (uint)hit.Value), FeatureGroup.Idea);
            }

            if (own && hit.Start >= chars.Length - TailReach)
            {
                sink.AddWhole(Mix(TailIdea, (uint)hit.Value), FeatureGroup.Idea);
            }

            if (hit.Start > clause)
            {
                count = 0;
                clause = NextClause(chars, hit.Start);
            }

            for (var i = Math.Max(0, count - PairReach); i < count; i++)
            {
                ref readonly var before = ref recent[i & (PairReach - 1)];
                if (before.Value != hit.Value && before.Start != hit.Start)
                {
                    var quoted = whose[before.Start] != 0;
                    sink.AddWhole(Mix(Mix(quoted ? QuotedPair : Pair, (uint)before.Value), (uint)hit.Value), FeatureGroup.Pair);
                }
            }

            recent[count++ & (PairReach - 1)] = hit;
        }
    }

    // Where the clause of a place ends
    private static int NextClause(ReadOnlySpan<char> chars, int from) => chars[from..].IndexOfAny(ClauseEnds) is var length and >= 0 ? from + length : int.MaxValue;

    private static System.Buffers.SearchValues<char> ClauseEnds { get; } = System.Buffers.SearchValues.Create(",。.!?\n;…");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(uint key, uint next) => BitOperations.Crc32C(key, next);
}

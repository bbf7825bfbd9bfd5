using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fraud.Pitches;

/// <summary>Walks a text and names its features. What is added here decides what weights mean: raise <see cref="Version"/> with every change.</summary>
internal static class FeatureWalk
{
    /// <summary>Version of the features; weights of another version are refused.</summary>
    public const int Version = 1;

    private const uint Own = 1, Other = 2, Letters = 3, Idea = 4, QuotedIdea = 5, Pair = 6, QuotedPair = 7, Signal = 8, QuotedSignal = 9, Hint = 10;
    private const uint Border = 0xFFFF01;
    private const int PairReach = 4;
    private const int LongestPart = 5;

    /// <summary>Adds every feature; answers how many parts there were, repeats counted.</summary>
    public static int Walk<TSink>(PitchText text, PitchHints hints, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        var parts = Grams(text.Units, ref sink) + Subwords(text, ref sink);
        Ideas(text, ref sink);
        foreach (ref readonly var hit in text.Signals.Items)
        {
            sink.Add(SignalKey(hit.Value, text.Quoted[hit.Start] != 0), FeatureGroup.Signal);
        }

        for (var bits = hints.Bits; bits != 0; bits &= bits - 1)
        {
            sink.Add(HintKey(BitOperations.TrailingZeroCount(bits)), FeatureGroup.Hint);
        }

        return parts;
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

    // Runs of one to three units; the borders of the text are units too
    private static int Grams<TSink>(Units units, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        var hashes = units.Hashes.AsSpan(0, units.Count);
        var channels = units.Channels.AsSpan(0, units.Count);
        if (hashes.Length == 0)
        {
            return 0;
        }

        sink.Add(Mix(Mix(Own, Border), hashes[0]), FeatureGroup.Gram);
        var count = 1;
        for (var i = 0; i < hashes.Length; i++)
        {
            var one = Mix(channels[i] == 0 ? Own : Other, hashes[i]);
            var two = Mix(one, i + 1 < hashes.Length ? hashes[i + 1] : Border);
            sink.Add(one, FeatureGroup.Gram);
            sink.Add(two, FeatureGroup.Gram);
            count += 2;
            if (i + 1 < hashes.Length)
            {
                sink.Add(Mix(two, i + 2 < hashes.Length ? hashes[i + 2] : Border), FeatureGroup.Gram);
                count++;
            }
        }

        return count;
    }

    // Letters inside words: three to five in a row, borders included, so that endings and misspellings are known
    private static int Subwords<TSink>(PitchText text, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        var units = text.Units;
        var count = 0;
        for (var u = 0; u < units.Count; u++)
        {
            if (units.Kinds[u] == UnitKind.Word)
            {
                count += Subwords(text.Text[units.Starts[u]..units.Ends[u]], ref sink);
            }
        }

        return count;
    }

    private static int Subwords<TSink>(ReadOnlySpan<char> word, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        var count = 0;
        for (var start = -1; start < word.Length - 1; start++)
        {
            var key = Letters;
            var end = Math.Min(word.Length, start + LongestPart - 1);
            for (var i = start; i <= end; i++)
            {
                key = Mix(key, i < 0 ? '^' : i == word.Length ? '$' : word[i]);
                if (i - start >= 2)
                {
                    sink.Add(key, FeatureGroup.Letters);
                    count++;
                }
            }
        }

        return count;
    }

    // Each idea by whose words it stands in, and each pair of ideas close together in one clause
    private static void Ideas<TSink>(PitchText text, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        var chars = text.Text;
        var ideas = text.Lexicon.Ideas.Count;
        var hits = text.Terms.Items;
        Span<Hit> recent = stackalloc Hit[PairReach];
        var (count, clause) = (0, 0);
        foreach (ref readonly var hit in hits)
        {
            if (hit.Value >= ideas)
            {
                continue;
            }

            var own = text.Quoted[hit.Start] == 0;
            sink.Add(IdeaKey(hit.Value, !own), FeatureGroup.Idea);
            if (clause < hit.Start && chars[clause..hit.Start].IndexOfAny(ClauseEnds) >= 0)
            {
                count = 0;
            }

            clause = hit.Start;
            for (var i = Math.Max(0, count - PairReach); i < count; i++)
            {
                ref readonly var before = ref recent[i % PairReach];
                if (before.Value != hit.Value && before.Start != hit.Start)
                {
                    var quoted = text.Quoted[before.Start] != 0;
                    sink.Add(Mix(Mix(quoted ? QuotedPair : Pair, (uint)before.Value), (uint)hit.Value), FeatureGroup.Pair);
                }
            }

            recent[count++ % PairReach] = hit;
        }
    }

    private static System.Buffers.SearchValues<char> ClauseEnds { get; } = System.Buffers.SearchValues.Create(",。.!?\n;…");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(uint key, uint next) => BitOperations.Crc32C(key, next);
}

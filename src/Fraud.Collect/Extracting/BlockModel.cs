using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Fraud.Collect.Extracting;

/// <summary>
/// Boosted decision trees that give each block its probability of being main text. Data, training and figures are in Model/card.md.
/// The trees are not walked: each test that a row fails strikes out the leaves below its lower side, eight rows at a time, and the first leaf left of a tree is the one a walk
/// would reach (QuickScorer, Lucchese et al., SIGIR 2015).
/// </summary>
internal sealed class BlockModel
{
    private const int Leaf = ushort.MaxValue;
    private const int MostLeaves = 32;
    private static readonly int Abreast = Vector256<float>.Count;
    private static readonly Lazy<BlockModel> Shared = new(() => Load("blocks.bin"));

    private readonly float _start;
    // By feature, thresholds ascending
    private readonly Test[][] _tests;
    private readonly float[] _leaves;
    private readonly int _trees;

    private BlockModel(float start, Test[][] tests, float[] leaves, int trees) => (_start, _tests, _leaves, _trees) = (start, tests, leaves, trees);

    /// <summary>The model that is part of the program.</summary>
    public static BlockModel Default => Shared.Value;

    /// <summary>Reads a model: features, start, trees; for each tree its nodes as feature, threshold or value, lower child (the upper one follows it).</summary>
    public static BlockModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        if (reader.ReadInt32() != BlockFeatures.Count)
        {
            throw new InvalidDataException("The block model was trained on other features.");
        }

        var start = reader.ReadSingle();
        var trees = reader.ReadInt32();
        var leaves = new float[trees * MostLeaves];
        var tests = new List<(int Feature, Test Test)>();
        for (var tree = 0; tree < trees; tree++)
        {
            var nodes = new Node[reader.ReadUInt16()];
            for (var i = 0; i < nodes.Length; i++)
            {
                nodes[i] = new(reader.ReadUInt16(), reader.ReadSingle(), reader.ReadUInt16());
            }

            ReadTree(nodes, tree, tests).CopyTo(leaves, tree * MostLeaves);
        }

        var byFeature = tests.ToLookup(t => t.Feature, t => t.Test);
        return new(start, [.. Enumerable.Range(0, BlockFeatures.Count).Select(f => byFeature[f].OrderBy(t => t.Threshold).ToArray())], leaves, trees);
    }

    /// <summary>Probability of each row of features.</summary>
    public float[] Probabilities(float[][] rows)
    {
        var chances = new float[rows.Length];
        var left = new Vector256<int>[_trees];
        for (var at = 0; at < rows.Length; at += Abreast)
        {
            var some = rows.AsSpan(at, Math.Min(Abreast, rows.Length - at));
            Strike(some, left);
            for (var i = 0; i < some.Length; i++)
            {
                chances[at + i] = 1 / (1 + MathF.Exp(-Sum(left, i)));
            }
        }

        return chances;
    }

    private static float[] ReadTree(Node[] nodes, int tree, List<(int Feature, Test Test)> tests)
    {
        var values = new List<float>();
        Read(0);
        return values.Count <= MostLeaves ? [.. values] : throw new InvalidDataException($"A tree of the block model has more than {MostLeaves} leaves.");

        void Read(int at)
        {
            var (feature, value, lower) = nodes[at];
            if (feature == Leaf)
            {
                values.Add(value);
                return;
            }

            var first = values.Count;
            Read(lower);
            // All leaves but those of the lower side
            tests.Add((feature, new(value, tree, ~(((1 << (values.Count - first)) - 1) << first))));
            Read(lower + 1);
        }
    }

    private void Strike(ReadOnlySpan<float[]> rows, Span<Vector256<int>> left)
    {
        left.Fill(Vector256<int>.AllBitsSet);
        Span<float> column = stackalloc float[Abreast];
        for (var feature = 0; feature < _tests.Length; feature++)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                column[i] = rows[i][feature];
            }

            var values = Vector256.Create<float>(column);
            foreach (var test in _tests[feature])
            {
                var above = Vector256.GreaterThan(values, Vector256.Create(test.Threshold));
                if (above.AsInt32() == Vector256<int>.Zero)
                {
                    // No row is above the thresholds that follow either
                    break;
                }

                left[test.Tree] &= ~above.AsInt32() | Vector256.Create(test.Kept);
            }
        }
    }

    // In the order of the trees, as they were trained
    private float Sum(ReadOnlySpan<Vector256<int>> left, int row)
    {
        var sum = _start;
        var numbers = MemoryMarshal.Cast<Vector256<int>, int>(left);
        for (var (tree, at) = (0, row); tree < left.Length; tree++, at += Abreast)
        {
            sum += _leaves[(tree * MostLeaves) + BitOperations.TrailingZeroCount(numbers[at])];
        }

        return sum;
    }

    private static BlockModel Load(string name)
    {
        using var stream = typeof(BlockModel).Assembly.GetManifestResourceStream(name)!;
        return Read(stream);
    }

    private readonly record struct Node(ushort Feature, float Value, ushort Lower);

    /// <param name="Threshold">A row above it goes to the upper side.</param>
    /// <param name="Tree">Its tree.</param>
    /// <param name="Kept">A bit for each leaf of the tree a row above can still reach.</param>
    private readonly record struct Test(float Threshold, int Tree, int Kept);
}

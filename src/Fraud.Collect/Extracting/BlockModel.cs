namespace Fraud.Collect.Extracting;

/// <summary>Boosted decision trees that give each block its probability of being main text. Data, training and figures are in Model/card.md.</summary>
internal sealed class BlockModel
{
    private const int Leaf = ushort.MaxValue;
    private static readonly Lazy<BlockModel> Shared = new(() => Load("blocks.bin"));

    private readonly float _start;
    private readonly int[] _roots;
    private readonly Node[] _nodes;

    private BlockModel(float start, int[] roots, Node[] nodes) => (_start, _roots, _nodes) = (start, roots, nodes);

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
        var roots = new int[reader.ReadInt32()];
        var all = new List<Node>();
        for (var tree = 0; tree < roots.Length; tree++)
        {
            roots[tree] = all.Count;
            for (var nodes = reader.ReadUInt16(); nodes > 0; nodes--)
            {
                all.Add(new(reader.ReadUInt16(), reader.ReadSingle(), reader.ReadUInt16()));
            }
        }

        return new(start, roots, [.. all]);
    }

    public float Probability(ReadOnlySpan<float> row)
    {
        var sum = _start;
        foreach (var root in _roots)
        {
            var node = _nodes[root];
            while (node.Feature != Leaf)
            {
                node = _nodes[root + node.Lower + (row[node.Feature] <= node.Value ? 0 : 1)];
            }

            sum += node.Value;
        }

        return 1 / (1 + MathF.Exp(-sum));
    }

    private static BlockModel Load(string name)
    {
        using var stream = typeof(BlockModel).Assembly.GetManifestResourceStream(name)!;
        return Read(stream);
    }

    // One line of the cache holds a node whole
    private readonly record struct Node(ushort Feature, float Value, ushort Lower);
}

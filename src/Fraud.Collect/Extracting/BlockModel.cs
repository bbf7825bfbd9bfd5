namespace Fraud.Collect.Extracting;

/// <summary>Boosted decision trees that give each block its probability of being main text. Data, training and figures are in Model/card.md.</summary>
internal sealed class BlockModel
{
    private const int Leaf = ushort.MaxValue;
    private static readonly Lazy<BlockModel> Shared = new(() => Load("blocks.bin"));

    private readonly float _start;
    private readonly int[] _roots;
    private readonly ushort[] _features;
    private readonly float[] _values;
    private readonly ushort[] _lower;

    private BlockModel(float start, int[] roots, ushort[] features, float[] values, ushort[] lower) =>
        (_start, _roots, _features, _values, _lower) = (start, roots, features, values, lower);

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
        var (features, values, lower) = (new List<ushort>(), new List<float>(), new List<ushort>());
        for (var tree = 0; tree < roots.Length; tree++)
        {
            roots[tree] = features.Count;
            for (var nodes = reader.ReadUInt16(); nodes > 0; nodes--)
            {
                features.Add(reader.ReadUInt16());
                values.Add(reader.ReadSingle());
                lower.Add(reader.ReadUInt16());
            }
        }

        return new(start, roots, [.. features], [.. values], [.. lower]);
    }

    public float Probability(ReadOnlySpan<float> row)
    {
        var sum = _start;
        foreach (var root in _roots)
        {
            var node = root;
            while (_features[node] != Leaf)
            {
                node = root + _lower[node] + (row[_features[node]] <= _values[node] ? 0 : 1);
            }

            sum += _values[node];
        }

        return 1 / (1 + MathF.Exp(-sum));
    }

    private static BlockModel Load(string name)
    {
        using var stream = typeof(BlockModel).Assembly.GetManifestResourceStream(name)!;
        return Read(stream);
    }
}

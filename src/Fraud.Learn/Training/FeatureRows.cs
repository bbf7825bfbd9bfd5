using Fraud.Pitches;

namespace Fraud.Training;

/// <summary>Texts as sparse rows over the features that are kept, with a second copy by feature for gradients.</summary>
internal sealed class FeatureRows
{
    // Inverse document frequency of a feature that a hundredth of the texts have: its value stays what the options say
    private const float UsualRarity = 6;

    private FeatureRows(uint[] keys, bool[] isPart, float[] scales, int[][] features, float[][] values)
    {
        (Keys, IsPart, Scales, Features, Values) = (keys, isPart, scales, features, values);
        Starts = new int[keys.Length + 1];
        foreach (var row in features)
        {
            foreach (var feature in row)
            {
                Starts[feature + 1]++;
            }
        }

        for (var f = 0; f < keys.Length; f++)
        {
            Starts[f + 1] += Starts[f];
        }

        (RowOf, ValueOf) = (new int[Starts[^1]], new float[Starts[^1]]);
        Transpose();
    }

    /// <summary>Kept feature keys, ascending.</summary>
    public uint[] Keys { get; }

    /// <summary>Whether the feature's value shrinks with the length of the text.</summary>
    public bool[] IsPart { get; }

    /// <summary>Per feature, what its value is before the length of the text counts: the scale of its kind, and more the rarer it is (inverse document frequency).</summary>
    public float[] Scales { get; }

    /// <summary>Per text, its features.</summary>
    public int[][] Features { get; }

    /// <summary>Per text, the values.</summary>
    public float[][] Values { get; }

    /// <summary>Where the texts of a feature begin in <see cref="RowOf"/>.</summary>
    public int[] Starts { get; }

    /// <summary>Texts by feature, ascending.</summary>
    public int[] RowOf { get; }

    /// <summary>Values by feature.</summary>
    public float[] ValueOf { get; }

    /// <summary>Number of texts.</summary>
    public int Count => Features.Length;

    /// <summary>Keeps the features that stand in enough texts.</summary>
    public static FeatureRows Build(IReadOnlyList<RawRow> rows, TrainingOptions options)
    {
        var counts = new Dictionary<uint, (int Texts, FeatureGroup Group)>();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Keys.Length; i++)
            {
                counts[row.Keys[i]] = (counts.GetValueOrDefault(row.Keys[i]).Texts + 1, row.Groups[i]);
            }
        }

        uint[] keys = [.. counts.Where(c => c.Value.Texts >= options.MinTexts).Select(c => c.Key).Order()];
        var index = new Dictionary<uint, int>(keys.Length);
        var scales = new float[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            index[keys[i]] = i;
            var (texts, group) = counts[keys[i]];
            scales[i] = Value(group, options) * (MathF.Log((1f + rows.Count) / (1 + texts)) + 1) / UsualRarity;
        }

        var features = new int[rows.Count][];
        var values = new float[rows.Count][];
        for (var r = 0; r < rows.Count; r++)
        {
            (features[r], values[r]) = Fill(rows[r], index, scales, options);
        }

        return new(keys, [.. keys.Select(k => counts[k].Group <= FeatureGroup.Letters)], scales, features, values);
    }

    private static float Value(FeatureGroup group, TrainingOptions options) => group switch
    {
        FeatureGroup.Gram => 1,
        FeatureGroup.Letters => options.Letters,
        FeatureGroup.Idea => options.Idea,
        FeatureGroup.Pair => options.Pair,
        FeatureGroup.Signal => options.Signal,
        _ => options.Hint,
    };

    private static (int[] Features, float[] Values) Fill(RawRow row, Dictionary<uint, int> index, float[] scales, TrainingOptions options)
    {
        var features = new List<int>(row.Keys.Length);
        var values = new List<float>(row.Keys.Length);
        var part = PitchShape.ValueOfPart(options.PartScale, row.Parts);
        var title = PitchShape.TitleShare * PitchShape.ValueOfPart(options.PartScale, row.TitleParts);
        for (var i = 0; i < row.Keys.Length; i++)
        {
            if (index.TryGetValue(row.Keys[i], out var feature))
            {
                features.Add(feature);
                values.Add(scales[feature] * (row.Groups[i] > FeatureGroup.Letters ? 1 : Array.BinarySearch(row.Title, row.Keys[i]) < 0 ? part : part + title));
            }
        }

        return ([.. features], [.. values]);
    }

    private void Transpose()
    {
        var next = Starts.AsSpan().ToArray();
        for (var r = 0; r < Features.Length; r++)
        {
            for (var i = 0; i < Features[r].Length; i++)
            {
                var place = next[Features[r][i]]++;
                (RowOf[place], ValueOf[place]) = (r, Values[r][i]);
            }
        }
    }
}

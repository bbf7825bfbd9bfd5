using Fraud.Pitches;

namespace Fraud.Training;

/// <summary>Packs a model into one signed byte a number, with a step a column, apart for features that shrink with the length of the text and for the others.</summary>
internal static class WeightPacker
{
    private const int Most = 127;

    /// <summary>Packs; rows that come to nothing are left out.</summary>
    public static PitchWeights Pack(FloatModel model, Lexicon lexicon, TrainingOptions options, Func<uint, FeatureGroup> groupOf, float[] temperatures, float[] stances)
    {
        var count = model.Rows.Keys.Length;
        var rows = new float[count][];
        for (var f = 0; f < count; f++)
        {
            rows[f] = Row(model, f, FeatureRows.Value(groupOf(model.Rows.Keys[f]), options));
        }

        var partSteps = Steps(rows, model.Rows.IsPart, part: true);
        var wholeSteps = Steps(rows, model.Rows.IsPart, part: false);
        var least = Least(rows, model.Rows.IsPart, options.MaxFeatures);
        var keys = new List<uint>();
        var packed = new List<sbyte>();
        for (var f = 0; f < count; f++)
        {
            var steps = Array.ConvertAll(Divide(rows[f], model.Rows.IsPart[f] ? partSteps : wholeSteps), n => (sbyte)Math.Clamp(MathF.Round(n), -Most, Most));
            if ((!model.Rows.IsPart[f] || Size(rows[f]) >= least) && Array.Exists(steps, n => n != 0))
            {
                keys.Add(model.Rows.Keys[f]);
                packed.AddRange(steps);
            }
        }

        return new()
        {
            LexiconHash = lexicon.Hash,
            PartScale = options.PartScale,
            PartSteps = partSteps,
            WholeSteps = wholeSteps,
            Bias = Bias(model),
            Output = Array.ConvertAll(model.Net.Out, v => v * options.HiddenShare),
            OutputBias = Array.ConvertAll(model.Net.OutBias, v => v * options.HiddenShare),
            Temperatures = temperatures,
            Stances = stances,
            Keys = [.. keys],
            Rows = [.. packed],
        };
    }

    // Runs of characters give way first; ideas, signals and facts are few and stay
    private static float Least(float[][] rows, bool[] isPart, int most)
    {
        var room = Math.Max(0, most - isPart.Count(p => !p));
        var sizes = rows.Where((_, f) => isPart[f]).Select(Size).OrderDescending().ToArray();
        return room < sizes.Length ? sizes[room] : 0;
    }

    private static float Size(float[] row)
    {
        var sum = 0f;
        for (var k = 0; k < PitchShape.Labels; k++)
        {
            sum += row[k] * row[k];
        }

        return sum;
    }

    private static float[] Row(FloatModel model, int feature, float value)
    {
        var row = new float[PitchShape.Columns];
        model.Labels.AsSpan(feature * LogisticObjective.Width, PitchShape.Labels).CopyTo(row);
        model.Net.In.AsSpan(feature * HiddenNet.Units, HiddenNet.Units).CopyTo(row.AsSpan(PitchShape.FirstHidden));
        return Array.ConvertAll(row, n => n * value);
    }

    private static float[] Bias(FloatModel model)
    {
        var bias = new float[PitchShape.Columns];
        var last = model.Rows.Keys.Length * LogisticObjective.Width;
        model.Labels.AsSpan(last, PitchShape.Labels).CopyTo(bias);
        model.Net.Bias.CopyTo(bias, PitchShape.FirstHidden);
        return bias;
    }

    private static float[] Steps(float[][] rows, bool[] isPart, bool part)
    {
        var steps = new float[PitchShape.Columns];
        for (var f = 0; f < rows.Length; f++)
        {
            for (var c = 0; c < steps.Length && isPart[f] == part; c++)
            {
                steps[c] = Math.Max(steps[c], Math.Abs(rows[f][c]));
            }
        }

        return Array.ConvertAll(steps, s => s == 0 ? 1 : s / Most);
    }

    private static float[] Divide(float[] row, float[] steps)
    {
        var divided = new float[row.Length];
        for (var c = 0; c < row.Length; c++)
        {
            divided[c] = row[c] / steps[c];
        }

        return divided;
    }
}

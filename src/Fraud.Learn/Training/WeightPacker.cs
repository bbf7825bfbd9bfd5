using Fraud.Pitches;

namespace Fraud.Training;

/// <summary>Packs a model into one signed byte a number, with a step a label, apart for features that shrink with the length of the text and for the others.</summary>
internal static class WeightPacker
{
    private const int Most = 127;

    /// <summary>Packs; rows that come to nothing are left out.</summary>
    public static PitchWeights Pack(FloatModel model, Lexicon lexicon, TrainingOptions options, float[] temperatures, float[] stances)
    {
        var count = model.Rows.Keys.Length;
        var rows = new float[count][];
        for (var f = 0; f < count; f++)
        {
            rows[f] = Row(model, f, model.Rows.Scales[f]);
        }

        var partSteps = Steps(rows, model.Rows.IsPart, part: true);
        var wholeSteps = Steps(rows, model.Rows.IsPart, part: false);
        var keys = new List<uint>();
        var packed = new List<sbyte>();
        for (var f = 0; f < count; f++)
        {
            var steps = Array.ConvertAll(Divide(rows[f], model.Rows.IsPart[f] ? partSteps : wholeSteps), n => (sbyte)Math.Clamp(MathF.Round(n), -Most, Most));
            if (Array.Exists(steps, n => n != 0))
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
            Temperatures = temperatures,
            Stances = stances,
            Keys = [.. keys],
            Rows = [.. packed],
        };
    }

    private static float[] Row(FloatModel model, int feature, float value)
    {
        var row = new float[PitchShape.Labels];
        model.Weights.AsSpan(feature * TrainingProblem.Width, PitchShape.Labels).CopyTo(row);
        return Array.ConvertAll(row, n => n * value);
    }

    private static float[] Bias(FloatModel model) => model.Weights.AsSpan(model.Rows.Keys.Length * TrainingProblem.Width, PitchShape.Labels).ToArray();

    private static float[] Steps(float[][] rows, bool[] isPart, bool part)
    {
        var steps = new float[PitchShape.Labels];
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

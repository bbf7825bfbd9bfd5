using Fraud.Findings;

namespace Fraud.Evaluating;

/// <summary>A confusion matrix and what follows from it.</summary>
internal sealed class Counts
{
    private readonly int[][] _matrix = [.. Enumerable.Range(0, PitchLabels.Count).Select(_ => new int[PitchLabels.Count])];
    private int _scamHit;
    private int _scamFalse;
    private int _scamMissed;

    public IReadOnlyList<IReadOnlyList<int>> Confusion => _matrix;

    public double Accuracy => Ratio(Enumerable.Range(0, _matrix.Length).Sum(i => _matrix[i][i]), _matrix.Sum(r => r.Sum()));

    public double ScamPrecision => Ratio(_scamHit, _scamHit + _scamFalse);

    public double ScamRecall => Ratio(_scamHit, _scamHit + _scamMissed);

    public double ScamF1 => Ratio(2 * _scamHit, (2 * _scamHit) + _scamFalse + _scamMissed);

    /// <summary>Mean over the labels that are present.</summary>
    public double MacroF1
    {
        get
        {
            var present = Enumerable.Range(0, _matrix.Length).Where(l => True(l) > 0).ToArray();
            return present.Length == 0 ? 0 : present.Average(F1);
        }
    }

    public static Counts Of(IEnumerable<Outcome> outcomes)
    {
        var counts = new Counts();
        foreach (var outcome in outcomes)
        {
            counts._matrix[outcome.True][outcome.Given]++;
            var (isScam, saysScam) = (((PitchLabel)outcome.True).IsRisk(), ((PitchLabel)outcome.Given).IsRisk());
            counts._scamHit += isScam && saysScam ? 1 : 0;
            counts._scamFalse += !isScam && saysScam ? 1 : 0;
            counts._scamMissed += isScam && !saysScam ? 1 : 0;
        }

        return counts;
    }

    public int True(int label) => _matrix[label].Sum();

    public double Precision(int label) => Ratio(_matrix[label][label], _matrix.Sum(r => r[label]));

    public double Recall(int label) => Ratio(_matrix[label][label], True(label));

    public double F1(int label) => Ratio(2 * _matrix[label][label], True(label) + _matrix.Sum(r => r[label]));

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : part / (double)whole;
}

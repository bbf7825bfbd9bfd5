using Fraud.Findings;

namespace Fraud.Evaluating;

/// <summary>Figures over judged posts.</summary>
public sealed class Evaluation
{
    private const int Bins = 15;
    private readonly IReadOnlyList<Judged> _posts;

    /// <summary>Computes all figures.</summary>
    public Evaluation(IReadOnlyList<Judged> posts)
    {
        ArgumentNullException.ThrowIfNull(posts);
        _posts = posts;
        foreach (var post in posts)
        {
            Confusion[(int)post.Post.Label, (int)post.Label]++;
        }

        Labels = [.. PitchLabels.All.Select(Of)];
        (BinaryPrecision, BinaryRecall) = Binary();
        CalibrationError = Calibration();
        RiskPrArea = PrArea();
    }

    /// <summary>Posts judged.</summary>
    public int Count => _posts.Count;

    /// <summary>Whether verdicts were made, and not only labels.</summary>
    public bool HasVerdicts => _posts.Any(p => p.Verdict is not null);

    /// <summary>Figures per label, in model order.</summary>
    public IReadOnlyList<LabelFigures> Labels { get; }

    /// <summary>Posts by right label (row) and given label (column).</summary>
    public int[,] Confusion { get; } = new int[PitchLabels.Count, PitchLabels.Count];

    /// <summary>Mean F1 over the labels that occur.</summary>
    public double MacroF1 => Labels.Where(l => l.Posts > 0).Select(l => l.F1).DefaultIfEmpty().Average();

    /// <summary>Share of posts given their right label.</summary>
    public double Accuracy => _posts.Count == 0 ? 0 : _posts.Count(p => p.Label == p.Post.Label) / (double)_posts.Count;

    /// <summary>Precision of "any T label" against "any N label".</summary>
    public double BinaryPrecision { get; }

    /// <summary>Recall of "any T label".</summary>
    public double BinaryRecall { get; }

    /// <summary>F1 of "any T label" against "any N label".</summary>
    public double BinaryF1 => BinaryPrecision + BinaryRecall == 0 ? 0 : 2 * BinaryPrecision * BinaryRecall / (BinaryPrecision + BinaryRecall);

    /// <summary>Expected calibration error of the given label's probability, 15 equal bins.</summary>
    public double CalibrationError { get; }

    /// <summary>Area under the precision-recall curve of the risk probability.</summary>
    public double RiskPrArea { get; }

    private LabelFigures Of(PitchLabel label)
    {
        var l = (int)label;
        int right = Confusion[l, l], given = 0;
        for (var i = 0; i < PitchLabels.Count; i++)
        {
            given += Confusion[i, l];
        }

        var own = _posts.Where(p => p.Post.Label == label).ToList();
        return new(label, own.Count, Share(right, given), Share(right, own.Count), Share(own.Count(p => p.Verdict == Verdict.Alert), own.Count), Share(own.Count(p => p.Verdict == Verdict.Review), own.Count));
    }

    private (double Precision, double Recall) Binary()
    {
        var given = _posts.Count(p => p.Label.IsRisk());
        var real = _posts.Count(p => p.Post.Label.IsRisk());
        var both = _posts.Count(p => p.Label.IsRisk() && p.Post.Label.IsRisk());
        return (Share(both, given), Share(both, real));
    }

    private double Calibration()
    {
        double error = 0;
        foreach (var bin in _posts.GroupBy(p => Math.Min(Bins - 1, (int)(p.Labels[(int)p.Label] * Bins))))
        {
            error += Math.Abs(bin.Average(p => p.Labels[(int)p.Label]) - bin.Average(p => p.Label == p.Post.Label ? 1.0 : 0)) * bin.Count() / _posts.Count;
        }

        return error;
    }

    // Average precision: the mean of the precision at each real pitch, walking down from the riskiest post
    private double PrArea()
    {
        int seen = 0, real = 0;
        double area = 0;
        foreach (var post in _posts.OrderByDescending(p => p.Risk))
        {
            seen++;
            if (post.Post.Label.IsRisk())
            {
                real++;
                area += real / (double)seen;
            }
        }

        return real == 0 ? 0 : area / real;
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : part / (double)whole;
}

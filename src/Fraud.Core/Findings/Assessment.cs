using Fraud.Text;

namespace Fraud.Findings;

/// <summary>All that detection says of one text.</summary>
public sealed record Assessment
{
    /// <summary>What policy makes of it.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Most probable of the 14 labels.</summary>
    public required PitchLabel Label { get; init; }

    /// <summary>Calibrated probability of <see cref="Label"/>, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>What the author does.</summary>
    public required Stance Stance { get; init; }

    /// <summary>Calibrated probability per label, indexed by <see cref="PitchLabel"/>; sums to 1.</summary>
    public required IReadOnlyList<float> Labels { get; init; }

    /// <summary>Evidence, in order of place.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The offer, when there is one.</summary>
    public Offer? Offer { get; init; }

    /// <summary>Contacts, in order of place.</summary>
    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    /// <summary>Leaked keys, in order of place.</summary>
    public IReadOnlyList<KeyFinding> Keys { get; init; } = [];

    /// <summary>Model name and version, such as "pitch@3f2a".</summary>
    public required string Model { get; init; }

    /// <summary>Policy name and version, such as "default@1".</summary>
    public required string Policy { get; init; }

    /// <summary>Probability that the post is any of T1 to T7.</summary>
    public double Risk
    {
        get
        {
            double sum = 0;
            for (var i = 0; i <= (int)PitchLabel.CoinPromo; i++)
            {
                sum += Labels[i];
            }

            return Math.Min(1, sum);
        }
    }

    /// <summary>Log-odds of risk: T1 to T7 against the rest, kept within ±27.6.</summary>
    public double LogOdds => LogOddsOf(Labels);

    /// <summary>The log-odds of risk that probabilities per label give.</summary>
    public static double LogOddsOf(IReadOnlyList<float> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        const double Least = 1e-12;
        var (risk, benign) = (0.0, 0.0);
        for (var i = 0; i < labels.Count; i++)
        {
            risk += i <= (int)PitchLabel.CoinPromo ? labels[i] : 0;
            benign += i > (int)PitchLabel.CoinPromo ? labels[i] : 0;
        }

        return Math.Log(Math.Max(Least, risk) / Math.Max(Least, benign));
    }

    /// <summary>Spans that must be hidden before the text is stored: keys, ID numbers, bank cards.</summary>
    public IEnumerable<TextSpan> SecretSpans() =>
        Keys.Select(k => k.Span).Concat(Contacts.Where(IsSecret).Select(c => c.Span));

    /// <summary>Whether a contact is of a kind that must never rest in clear: an ID number or a bank card.</summary>
    public static bool IsSecret(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return contact.Kind == "bank_card" || contact.Kind.EndsWith("_id", StringComparison.Ordinal);
    }
}

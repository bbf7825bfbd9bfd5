using Fraud.Canonical;
using Fraud.Contacts;
using Fraud.Findings;
using Fraud.Keys;
using Fraud.Offers;
using Fraud.Pitches;
using Fraud.Policies;
using Fraud.Text;

namespace Fraud.Detect;

/// <summary>Detection as one pure function over a text: views, keys, offer, contacts, pitch, policy. Safe for concurrent use.</summary>
public sealed class Assessor : IAssessor, ISecretMasker
{
    private readonly ThreadLocal<TextViewsBuilder> _views;
    private readonly KeyScanner _keys;
    private readonly OfferParser _offers;
    private readonly ContactExtractor _contacts;
    private readonly IPitchClassifier _pitches;
    private readonly PitchPolicy _policy;

    /// <summary>Composes the detectors.</summary>
    public Assessor(TextTables tables, KeyScanner keys, OfferParser offers, ContactExtractor contacts, IPitchClassifier pitches, PitchPolicy policy)
    {
        _views = new(() => new(tables));
        _keys = keys;
        _offers = offers;
        _contacts = contacts;
        _pitches = pitches;
        _policy = policy;
    }

    /// <inheritdoc/>
    public string Model => _pitches.Version;

    /// <inheritdoc/>
    public string Policy => _policy.Version;

    /// <inheritdoc/>
    public Assessment Assess(string text, AssessContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var views = _views.Value!.Build(text);
        var keys = _keys.Scan(text);
        var offer = _offers.Parse(views, context);
        var contacts = _contacts.Extract(views);
        var reading = _pitches.Classify(views, new(keys, offer, contacts, context));
        var label = MostProbable(reading.Labels);
        return new()
        {
            Verdict = _policy.Decide(reading.Labels, keys),
            Label = label,
            Score = reading.Labels[(int)label],
            Stance = reading.Stance,
            Labels = reading.Labels,
            Findings = reading.Findings,
            Offer = offer,
            Contacts = contacts,
            Keys = keys,
            Model = Model,
            Policy = Policy,
        };
    }

    /// <inheritdoc/>
    public string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var keys = _keys.Scan(text);
        var contacts = _contacts.Extract(_views.Value!.Build(text));
        return SpanMask.Hide(text, keys.Select(k => k.Span).Concat(contacts.Where(Assessment.IsSecret).Select(c => c.Span)));
    }

    private static PitchLabel MostProbable(IReadOnlyList<float> labels)
    {
        var best = 0;
        for (var i = 1; i < labels.Count; i++)
        {
            best = labels[i] > labels[best] ? i : best;
        }

        return (PitchLabel)best;
    }
}

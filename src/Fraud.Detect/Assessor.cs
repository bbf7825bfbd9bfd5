using Fraud.Canonical;
using Fraud.Contacts;
using Fraud.Findings;
using Fraud.Keys;
using Fraud.Offers;
using Fraud.Pitches;
using Fraud.Policies;
using Fraud.Text;

namespace Fraud;

/// <summary>Ties views, keys, offers, contacts, classifier and policy into one pure function.</summary>
public sealed class Assessor : IAssessor
{
    [ThreadStatic]
    private static AssessScratch? _scratch;

    private readonly TextTables _tables;
    private readonly KeyScanner _keys;
    private readonly OfferParser _offers;
    private readonly ContactExtractor _contacts;
    private readonly PitchClassifier _classifier;
    private readonly Policy _policy;

    /// <summary>An assessor over loaded parts.</summary>
    public Assessor(TextTables tables, KeyScanner keys, OfferParser offers, ContactExtractor contacts, PitchClassifier classifier, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(offers);
        ArgumentNullException.ThrowIfNull(contacts);
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(policy);
        (_tables, _keys, _offers, _contacts, _classifier, _policy) = (tables, keys, offers, contacts, classifier, policy);
    }

    /// <inheritdoc/>
    public string Model => _classifier.Name;

    /// <inheritdoc/>
    public string Policy => _policy.Name;

    /// <summary>Reads everything from the models folder.</summary>
    /// <param name="modelsFolder">Folder that has "text", "keys", "prices", "pitch" and "policies" in it.</param>
    /// <param name="options">About this installation; defaults when null.</param>
    /// <exception cref="InvalidDataException">A file is missing a value or does not fit the others.</exception>
    public static Assessor Load(string modelsFolder, DetectOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(modelsFolder);
        options ??= new();
        return new(
            TextTables.Load(Path.Combine(modelsFolder, "text")),
            KeyScanner.Load(modelsFolder, options.FingerprintKey.Span),
            new(PriceTable.Load(Path.Combine(modelsFolder, "prices"))),
            new(ContactTables.Load(Path.Combine(modelsFolder, "contacts"))),
            PitchClassifier.Load(Path.Combine(modelsFolder, "pitch"), options.WeightsFile),
            Policies.Policy.Load(Path.Combine(modelsFolder, "policies", options.Policy + ".json")));
    }

    /// <inheritdoc/>
    public Assessment Assess(string text, AssessContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        var scratch = Scratch();
        var views = scratch.Views.Build(text);
        var keys = _keys.Scan(text);
        var offer = _offers.Parse(views, context);
        var contacts = _contacts.Extract(views);
        var hints = HintReader.Read(views, keys, offer, contacts);
        var scores = scratch.Scorer.Score(views, hints);
        var verdict = _policy.Decide(scores.Label, scores.Labels, keys, context.Host);
        return new()
        {
            Verdict = verdict,
            Label = scores.Label,
            Score = scores.Labels[(int)scores.Label],
            Stance = scores.Stance,
            Labels = scores.Labels.AsSpan().ToArray(),
            Findings = verdict == Verdict.Clear && scratch.Scorer.Text.Signals.Count == 0 ? [] : Findings(scratch, views, hints, offer, verdict),
            Offer = offer,
            Contacts = contacts,
            Keys = keys,
            Model = Model,
            Policy = Policy,
        };
    }

    private AssessScratch Scratch()
    {
        var scratch = _scratch;
        if (scratch?.Classifier != _classifier || scratch.Tables != _tables)
        {
            _scratch = scratch = new(_tables, _classifier);
        }

        return scratch;
    }

    private static Finding[] Findings(AssessScratch scratch, TextViews views, PitchHints hints, Offer? found, Verdict verdict)
    {
        var (findings, explainer) = (scratch.Findings, scratch.Explainer);
        findings.Clear();
        explainer.Explain(scratch.Scorer, words: verdict != Verdict.Clear, findings);
        if (found is { Tier: "implausible" or "extreme" } offer)
        {
            findings.Add(new() { Rule = $"price.{offer.Tier}", Start = offer.Start, End = offer.End, Weight = explainer.WeightOf(hints.Among(PriceHints)), Reason = offer.Wording });
        }

        if (views.Traits.Invisibles + views.Traits.MixedWords > 0)
        {
            findings.Add(new() { Rule = "text.disguise", Start = 0, End = 0, Weight = explainer.WeightOf(hints.Among(DisguiseHints)), Reason = Disguise });
        }

        Explainer.AddRest(Assessment.LogOddsOf(scratch.Scorer.Scores.Labels), views.Original.Length, findings);
        findings.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End != b.End ? a.End.CompareTo(b.End) : string.CompareOrdinal(a.Rule, b.Rule));
        return [.. findings];
    }

    private static PitchHints PriceHints { get; } = PitchHints.None.With(PitchHint.Offer).With(PitchHint.PriceImplausible).With(PitchHint.PriceExtreme).With(PitchHint.BelowFloor);

    private static PitchHints DisguiseHints { get; } = PitchHints.None.With(PitchHint.Invisibles).With(PitchHint.Disguise);

    private static LocalText Disguise { get; } = new("Hidden or look-alike characters inside words.", "词语中夹有隐藏字符或形近字符。");
}

using Fraud.Canonical;
using Fraud.Findings;

namespace Fraud.Pitches;

/// <summary>Turns what the other detectors found into facts for the classifier. Training and scoring both go through here.</summary>
public static class HintReader
{
    private const double MixedScripts = 0.12;

    /// <summary>The facts of one text.</summary>
    public static PitchHints Read(TextViews views, IReadOnlyList<KeyFinding> keys, Offer? offer, IReadOnlyList<Contact> contacts)
    {
        ArgumentNullException.ThrowIfNull(views);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(contacts);
        var hints = OfKeys(keys);
        hints = offer is null ? hints : OfOffer(hints, offer);
        for (var i = 0; i < contacts.Count; i++)
        {
            hints = OfContact(hints, contacts[i]);
        }

        return OfTraits(hints, views.Traits);
    }

    private static PitchHints OfKeys(IReadOnlyList<KeyFinding> keys)
    {
        var certain = 0;
        for (var i = 0; i < keys.Count; i++)
        {
            certain += keys[i].Confidence == KeyConfidence.Low ? 0 : 1;
        }

        var hints = certain > 0 ? PitchHints.None.With(PitchHint.Key) : PitchHints.None;
        return certain > 1 ? hints.With(PitchHint.ManyKeys) : hints;
    }

    private static PitchHints OfOffer(PitchHints hints, Offer offer)
    {
        hints = offer.BelowFloor ? hints.With(PitchHint.BelowFloor) : hints;
        hints = offer.Kind switch
        {
            "yield" => hints.With(PitchHint.Yield),
            "bonus" => hints.With(PitchHint.Bonus),
            "commission" => hints.With(PitchHint.Commission),
            _ => hints,
        };
        return offer.Tier switch
        {
            "over" or "normal" => hints.With(PitchHint.Offer).With(PitchHint.PriceNormal),
            "explainable" => hints.With(PitchHint.Offer).With(PitchHint.PriceExplainable),
            "implausible" => hints.With(PitchHint.Offer).With(PitchHint.PriceImplausible),
            "extreme" => hints.With(PitchHint.Offer).With(PitchHint.PriceExtreme),
            _ => hints,
        };
    }

    private static PitchHints OfContact(PitchHints hints, Contact contact) => (contact.Role, contact.Kind) switch
    {
        ("reported", _) => hints.With(PitchHint.ReportedContact),
        ("payee", _) => hints.With(PitchHint.Payee),
        (_, "url") => hints.With(PitchHint.Link),
        (_, "eth" or "btc" or "tron" or "solana") => hints.With(PitchHint.Wallet),
        (_, "phone" or "email") => hints.With(PitchHint.AuthorPhoneOrMail),
        (_, "bank_card") => hints.With(PitchHint.IdentityNumber),
        ("author", _) => hints.With(contact.Kind.EndsWith("_id", StringComparison.Ordinal) ? PitchHint.IdentityNumber : PitchHint.AuthorMessenger),
        _ => hints,
    };

    private static PitchHints OfTraits(PitchHints hints, TextTraits traits)
    {
        hints = traits.Invisibles > 0 ? hints.With(PitchHint.Invisibles) : hints;
        hints = traits.MixedWords + traits.Joins > 1 ? hints.With(PitchHint.Disguise) : hints;
        return traits.ScriptMixing > MixedScripts ? hints.With(PitchHint.ScriptMixing) : hints;
    }
}

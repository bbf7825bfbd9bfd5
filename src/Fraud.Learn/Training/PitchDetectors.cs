using Fraud.Canonical;
using Fraud.Contacts;
using Fraud.Findings;
using Fraud.Keys;
using Fraud.Offers;
using Fraud.Pitches;

namespace Fraud.Training;

/// <summary>What a text is read with before it is learned from: the same detectors that stand before the classifier in production.</summary>
public sealed class PitchDetectors
{
    private PitchDetectors(TextTables tables, Lexicon lexicon, KeyScanner keys, OfferParser offers, ContactExtractor contacts)
    {
        Tables = tables;
        Lexicon = lexicon;
        Keys = keys;
        Offers = offers;
        Contacts = contacts;
    }

    /// <summary>Tables for disguised text.</summary>
    public TextTables Tables { get; }

    /// <summary>The words.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>Key rules.</summary>
    public KeyScanner Keys { get; }

    /// <summary>Offers and prices.</summary>
    public OfferParser Offers { get; }

    /// <summary>Contacts.</summary>
    public ContactExtractor Contacts { get; }

    /// <summary>Reads them from the models folder.</summary>
    public static PitchDetectors Load(string modelsFolder) => new(
        TextTables.Load(Path.Combine(modelsFolder, "text")),
        Lexicon.Load(Path.Combine(modelsFolder, "pitch")),
        KeyScanner.Load(modelsFolder, new byte[32]),
        new OfferParser(PriceTable.Load(Path.Combine(modelsFolder, "prices"))),
        new ContactExtractor(ContactTables.Load(Path.Combine(modelsFolder, "contacts"))));

    /// <summary>The facts for the classifier.</summary>
    internal PitchHints Hints(TextViews views, DateOnly? postedOn) => HintReader.Read(
        views, Keys.Scan(views.Original), Offers.Parse(views, new AssessContext { PostedOn = postedOn }), Contacts.Extract(views));
}

namespace Fraud.Offers;

/// <summary>One piece of an offer, at a place of the view.</summary>
internal struct OfferElement
{
    /// <summary>What it is.</summary>
    public ElementKind Kind;

    /// <summary>Which word, for words; what kind of period, for periods.</summary>
    public OfferWord Word;

    /// <summary>How it was written or what became of it.</summary>
    public ElementTraits Traits;

    /// <summary>First unit in the view.</summary>
    public int Start;

    /// <summary>One past the last unit in the view.</summary>
    public int End;

    /// <summary>The number.</summary>
    public double Value;

    /// <summary>Currency, model, plan or programme.</summary>
    public string? Name;

    /// <summary>Price row of a model.</summary>
    public string? Row;

    /// <summary>Whether it is this word.</summary>
    public readonly bool Is(OfferWord word) => Kind == ElementKind.Word && Word == word;

    /// <summary>Whether it has this trait.</summary>
    public readonly bool Has(ElementTraits trait) => (Traits & trait) != 0;
}

namespace Fraud.Offers;

/// <summary>An offer as read, before it is compared with official prices. Places are of the view.</summary>
internal sealed class OfferDraft(string kind, int start, int end)
{
    public string Kind { get; } = kind;

    public int Start { get; private set; } = start;

    public int End { get; private set; } = end;

    public double? Tokens { get; set; }

    public double? CreditUsd { get; set; }

    public double? Months { get; set; }

    public int Heads { get; set; } = 1;

    public double? Price { get; set; }

    public string Currency { get; set; } = "";

    public bool CurrencyInferred { get; set; }

    public string Model { get; set; } = "";

    public string Row { get; set; } = "";

    public string Side { get; set; } = "";

    public double? Fraction { get; set; }

    public bool LowerBound { get; set; }

    public double? Multiplier { get; set; }

    public double? Principal { get; set; }

    /// <summary>Return of one period.</summary>
    public double? Rate { get; set; }

    /// <summary>Periods a year.</summary>
    public double PerYear { get; set; }

    public string Programme { get; set; } = "";

    public OfferDraft Cover(in OfferElement element)
    {
        Start = Math.Min(Start, element.Start);
        End = Math.Max(End, element.End);
        return this;
    }
}

namespace Fraud.Cases;

/// <summary>Permanent words for decisions, as stored and hashed.</summary>
public static class DecisionWords
{
    /// <summary>The word, such as "not-fraud"; empty for none.</summary>
    public static string Word(this Decision? decision) => decision switch
    {
        Decision.Confirm => "confirm",
        Decision.NotFraud => "not-fraud",
        Decision.Unsure => "unsure",
        Decision.Escalate => "escalate",
        _ => "",
    };

    /// <summary>The decision for a word; null for any other text.</summary>
    public static Decision? Parse(string? word) => word switch
    {
        "confirm" => Decision.Confirm,
        "not-fraud" => Decision.NotFraud,
        "unsure" => Decision.Unsure,
        "escalate" => Decision.Escalate,
        _ => null,
    };
}

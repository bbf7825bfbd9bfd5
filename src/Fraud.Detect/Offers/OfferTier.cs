namespace Fraud.Offers;

/// <summary>How a share of the list price is called. The limits are conventions: batch, off-peak and promotions reach 0.50 and little legitimate goes lower; grey credit clusters at and below 0.15.</summary>
internal static class OfferTier
{
    public const string Over = "over";
    public const string Normal = "normal";
    public const string Explainable = "explainable";
    public const string Implausible = "implausible";
    public const string Extreme = "extreme";

    // A share worked out in floating point must not fall to the next tier by its last digit
    private const double Slack = 1e-9;

    public static string Of(double fraction) => fraction switch
    {
        > 1.2 + Slack => Over,
        >= 0.8 - Slack => Normal,
        >= 0.5 - Slack => Explainable,
        >= 0.15 - Slack => Implausible,
        _ => Extreme,
    };

    /// <summary>Subscriptions differ more by region, tax and student status.</summary>
    public static string OfSubscription(double fraction) => fraction switch
    {
        > 1.2 + Slack => Over,
        >= 0.8 - Slack => Normal,
        >= 0.4 - Slack => Explainable,
        >= 0.1 - Slack => Implausible,
        _ => Extreme,
    };
}

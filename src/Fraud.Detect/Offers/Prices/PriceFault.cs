namespace Fraud.Offers;

/// <summary>Something wrong or doubtful in the price data.</summary>
/// <param name="IsError">Whether it can lead to a wrong judgement; otherwise it only asks for a look.</param>
/// <param name="Where">Model, plan, alias or file.</param>
/// <param name="What">What is the matter, in one sentence.</param>
public sealed record PriceFault(bool IsError, string Where, string What)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(IsError ? "error" : "look")}  {Where}: {What}";
}

namespace Fraud.Keys.Checks;

/// <summary>"contains:T3BlbkFJ": the token has this text.</summary>
internal sealed class ContainsCheck : IKeyCheck
{
    public string Name => "contains";

    public bool Holds(ReadOnlySpan<byte> token, ReadOnlySpan<byte> argument) => token.IndexOf(argument) >= 0;
}

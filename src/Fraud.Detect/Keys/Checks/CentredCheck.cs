namespace Fraud.Keys.Checks;

/// <summary>"centred:T3BlbkFJ": behind the last dash of the prefix this text stands with as much before as after it, in one of the lengths known, so that the token is whole.</summary>
internal sealed class CentredCheck : IKeyCheck
{
    public string Name => "centred";

    public bool Holds(ReadOnlySpan<byte> token, ReadOnlySpan<byte> argument)
    {
        var at = token.IndexOf(argument);
        var after = token.Length - at - argument.Length;
        return after is 20 or 58 or 74 && at > after && token[at - after - 1] == '-';
    }
}

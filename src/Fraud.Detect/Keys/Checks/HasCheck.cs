namespace Fraud.Keys.Checks;

/// <summary>"has:dul": the token has a digit, an upper-case and a lower-case letter (any of the three).</summary>
internal sealed class HasCheck : IKeyCheck
{
    public string Name => "has";

    public bool Holds(ReadOnlySpan<byte> token, ReadOnlySpan<byte> argument)
    {
        foreach (var kind in argument)
        {
            var found = kind switch
            {
                (byte)'d' => token.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0,
                (byte)'u' => token.IndexOfAnyInRange((byte)'A', (byte)'Z') >= 0,
                (byte)'l' => token.IndexOfAnyInRange((byte)'a', (byte)'z') >= 0,
                _ => token.IndexOf(kind) >= 0,
            };
            if (!found)
            {
                return false;
            }
        }

        return true;
    }
}

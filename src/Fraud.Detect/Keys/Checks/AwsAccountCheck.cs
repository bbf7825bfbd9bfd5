namespace Fraud.Keys.Checks;

/// <summary>AWS key ids of today carry the account number in base 32: it must decode to twelve digits at most.</summary>
internal sealed class AwsAccountCheck : IKeyCheck
{
    private const ulong MaxAccount = 999_999_999_999;

    public string Name => "aws-account";

    public bool Holds(ReadOnlySpan<byte> token, ReadOnlySpan<byte> argument)
    {
        if (token.Length != 20)
        {
            return false;
        }

        ulong bits = 0;
        foreach (var c in token[4..14])
        {
            var digit = c is >= (byte)'A' and <= (byte)'Z' ? c - 'A' : c is >= (byte)'2' and <= (byte)'7' ? c - '2' + 26 : -1;
            if (digit < 0)
            {
                return false;
            }

            bits = (bits << 5) | (uint)digit;
        }

        // 50 bits read; the account stands in 40 of the first 48, shifted by seven
        return ((bits >> 2) & 0x7FFFFFFFFF80) >> 7 <= MaxAccount;
    }
}

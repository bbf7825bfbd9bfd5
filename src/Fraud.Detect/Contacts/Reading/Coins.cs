using System.Buffers;

namespace Fraud.Contacts;

/// <summary>Recognises coin addresses in a run of letters and digits in their own case.</summary>
internal static class Coins
{
    private static readonly SearchValues<string> SolanaCues = SearchValues.Create(["sol", "solana", "钱包", "地址", "合约", "wallet", "contract", "ca:", "ca ", "mint", "pump"], StringComparison.Ordinal);

    /// <summary>Kind and normalised address; an empty kind when it is none.</summary>
    /// <param name="run">25 to 74 letters and digits.</param>
    /// <param name="before">What stands before it, canonical.</param>
    public static (string Kind, string Value) Recognize(ReadOnlySpan<char> run, ReadOnlySpan<char> before)
    {
        if (run.Length == EthereumAddress.Digits + 2 && run[0] == '0' && run[1] is 'x' or 'X')
        {
            return EthereumAddress.Normalize(run[2..]) is { } address ? ("eth", address) : ("", "");
        }

        if (run[0] is 'b' or 'B' && run.Length >= 42)
        {
            Span<char> lower = stackalloc char[run.Length];
            run.ToLowerInvariant(lower);
            var mixed = run.ContainsAnyInRange('a', 'z') && run.ContainsAnyInRange('A', 'Z');
            return !mixed && Bech32.IsAddress(lower) ? ("btc", new(lower)) : Solana(run, before);
        }

        if (run.Length <= 35 && run[0] is '1' or '3' or 'T')
        {
            return Base58.CheckedVersion(run) switch
            {
                0 or 5 => ("btc", new(run)),
                0x41 => ("tron", new(run)),
                _ => Solana(run, before),
            };
        }

        return Solana(run, before);
    }

    // No checksum, so that only a word before it tells an address from a hash
    private static (string Kind, string Value) Solana(ReadOnlySpan<char> run, ReadOnlySpan<char> before)
    {
        if (run.Length is < 32 or > 44 || !before.ContainsAny(SolanaCues) || !IsMixed(run))
        {
            return ("", "");
        }

        Span<byte> bytes = stackalloc byte[Base58.Longest];
        return Base58.Decode(run, bytes) == 32 ? ("solana", new(run)) : ("", "");
    }

    private static bool IsMixed(ReadOnlySpan<char> run) => run.ContainsAnyInRange('a', 'z') && run.ContainsAnyInRange('A', 'Z') && run.ContainsAnyInRange('1', '9');
}

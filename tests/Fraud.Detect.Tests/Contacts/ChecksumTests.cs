using System.Text;
using Fraud.Contacts;

namespace Fraud.Tests.Contacts;

public class ChecksumTests
{
    [Theory]
    [InlineData("", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")]
    [InlineData("abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45")]
    public void Keccak_matches_its_published_values(string text, string hash)
    {
        var output = new byte[32];
        Keccak256.Hash(Encoding.ASCII.GetBytes(text), output);
        Assert.Equal(hash, Convert.ToHexStringLower(output));
    }

    [Theory]
    [InlineData(135)]
    [InlineData(136)]
    [InlineData(137)]
    [InlineData(400)]
    public void Keccak_takes_inputs_around_its_block(int length)
    {
        var (one, other) = (new byte[32], new byte[32]);
        Keccak256.Hash(new byte[length], one);
        Keccak256.Hash(new byte[length + 1], other);
        Assert.NotEqual(one, other);
    }

    [Theory]
    [InlineData("fB6916095ca1df60bB79Ce92cE3Ea74c37c5d359")]
    [InlineData("dbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB")]
    [InlineData("D1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb")]
    public void Mixed_case_is_the_checksum_of_EIP_55(string digits) => Assert.Equal("0x" + digits, EthereumAddress.Normalize(digits));

    [Theory]
    [InlineData("bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y", true)]
    [InlineData("bc1sw50qgdz25j", true)]
    [InlineData("bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs", true)]
    [InlineData("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd", false)]
    [InlineData("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh", false)]
    [InlineData("bc1gmk9yu", false)]
    public void Segwit_addresses_follow_BIP_350(string address, bool valid) => Assert.Equal(valid, Bech32.IsAddress(address));

    [Theory]
    [InlineData("91350100M000100Y43", true)]
    [InlineData("91350100M000100Y44", false)]
    public void Company_codes_follow_GB_32100(string code, bool valid) => Assert.Equal(valid, IdNumbers.IsCompany(code));

    [Theory]
    [InlineData("AB", "987654", '3')]
    [InlineData("A", "123456", '3')]
    public void Hong_Kong_identity_numbers_have_their_check_digit(string letters, string digits, char check)
    {
        Assert.True(IdNumbers.IsHongKong(letters, digits, check));
        Assert.False(IdNumbers.IsHongKong(letters, digits, '4'));
    }

    [Theory]
    [InlineData("A123456789", true)]
    [InlineData("A800000014", true)]
    [InlineData("A123456788", false)]
    [InlineData("A323456789", false)]
    public void Taiwan_identity_numbers_have_their_check_digit(string number, bool valid) => Assert.Equal(valid, IdNumbers.IsTaiwan(number));

    [Fact]
    public void Every_contract_of_the_tables_has_a_valid_checksum() =>
        Assert.All(Found.Extractor.Tables.Contracts.Keys, address => Assert.Equal(address, Coins.Recognize(address, "").Value));

    [Fact]
    public void One_changed_digit_breaks_Luhn()
    {
        const string card = "4242424242424242";
        for (var i = 0; i < card.Length; i++)
        {
            var changed = card.ToCharArray();
            changed[i] = (char)('0' + ((changed[i] - '0' + 1) % 10));
            Assert.False(BankCard.PassesLuhn(changed));
        }
    }

    [Theory]
    [InlineData("xn--80ak6aa92e", "аррӏе")]
    [InlineData("xn--bcher-kva", "bücher")]
    [InlineData("xn--fiqs8s", "中国")]
    [InlineData("xn--99999999999", "xn--99999999999")]
    [InlineData("xn--", "")]
    public void Punycode_is_decoded_or_left_alone(string label, string shown) => Assert.Equal(shown, Punycode.Decode(label));
}

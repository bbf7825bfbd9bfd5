using System.Text;
using System.Text.Json;

namespace Fraud.Storage.Tests;

public class TextJsonTests
{
    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("\"quoted\" and \\ and / and <b>&amp;</b>")]
    [InlineData("lines\r\n\tand \0 \u0001 \u001f \u007f \u2028 \uFEFF")]
    [InlineData("词元半价 \uD83D\uDE00 ünï")]
    public void A_text_is_read_back_as_it_was(string text)
    {
        Assert.Equal(text, StorageJson.Read<string>(StorageJson.WriteBytes(text)));
        Assert.Equal(text, JsonSerializer.Deserialize<string>(StorageJson.Write(text)));
    }

    [Fact]
    public void Whatever_the_characters_the_JSON_is_sound()
    {
        var chance = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var bytes = new byte[chance.Next(300)];
            chance.NextBytes(bytes);
            // Halves of surrogate pairs become replacement characters
            Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes))), StorageJson.Read<string>(StorageJson.WriteBytes(Encoding.Unicode.GetString(bytes))));
        }
    }
}

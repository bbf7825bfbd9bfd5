using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fraud.Commands;
using Fraud.Contracts;
using Fraud.Secrets;
using Fraud.Testing;
using Fraud.Tests.Scanning;

namespace Fraud.Tests.Cli;

/// <summary>`fraud scan` as it is typed.</summary>
public sealed class ScanCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public ScanCommandTests()
    {
        File.WriteAllText(_folder["a.py"], $"key = '{ScanKit.Key()}'\n");
        File.WriteAllText(_folder["clean.py"], "x = 1\n");
        File.WriteAllBytes(_folder["bad.zip"], [0x50, 0x4B, 3, 4, 1, 2, 3]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_damaged_file_costs_nothing_but_itself_and_no_clear_key_leaves()
    {
        var (code, output, error) = ScanKit.Fraud(_folder.Path, "", ".", "--jsonl", "--show-secrets");

        Assert.Equal(1, code);
        Assert.Equal("./a.py", JsonDocument.Parse(output).RootElement.GetProperty("file").GetString());
        Assert.Contains("fraud: ./bad.zip: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain(ScanKit.Key()[12..40], output + error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_found_is_0_and_nothing_found_in_what_could_not_be_read_is_2()
    {
        Assert.Equal(0, ScanKit.Fraud(_folder.Path, "", "clean.py").Code);
        Assert.Equal(2, ScanKit.Fraud(_folder.Path, "", "clean.py", "bad.zip").Code);
    }

    [Fact]
    public void Standard_input_is_read_under_the_name_of_a_dash()
    {
        var (code, output, _) = ScanKit.Fraud(_folder.Path, $"囤\n{ScanKit.Key()}", "-", "--json");

        Assert.Equal(1, code);
        Assert.Equal(("-", 2), JsonDocument.Parse(output).RootElement[0] is var f ? (f.GetProperty("file").GetString(), f.GetProperty("line").GetInt32()) : default);
    }

    [Fact]
    public void What_a_baseline_knows_is_told_no_more_until_something_new_comes()
    {
        Assert.Equal(1, ScanKit.Fraud(_folder.Path, "", "a.py", "--write-baseline", "known.json").Code);
        Assert.Equal(0, ScanKit.Fraud(_folder.Path, "", "a.py", "--baseline", "known.json").Code);
        File.AppendAllText(_folder["a.py"], $"\n{ScanKit.Key(2)}\n");

        var (code, output, _) = ScanKit.Fraud(_folder.Path, "", "a.py", "--baseline", "known.json", "--csv");

        Assert.Equal(1, code);
        Assert.StartsWith("a.py,3,1,", Assert.Single(output.Split("\r\n")[1..^1]), StringComparison.Ordinal);
        Assert.DoesNotContain(ScanKit.Key()[12..40], File.ReadAllText(_folder["known.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_data_the_fingerprint_is_the_one_the_installations_cases_have()
    {
        await using var store = TestStore.Sqlite();
        var secret = store.Get<IKeyVault>().GetOrCreate("fingerprint", () => RandomNumberGenerator.GetBytes(32));

        var (code, output, _) = ScanKit.Fraud(_folder.Path, "", "a.py", "--jsonl", "--data", store.Options.Folder);

        Assert.Equal(1, code);
        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(ScanKit.Key()))), JsonDocument.Parse(output).RootElement.GetProperty("fingerprint").GetString());
    }

    [Fact]
    public void A_folder_that_is_no_installation_is_refused_and_left_as_it_was()
    {
        var (code, _, error) = ScanKit.Fraud(_folder.Path, "", "a.py", "--data", ".");

        Assert.Equal(2, code);
        Assert.Contains("no data folder", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["keys"]));
    }

    [Theory]
    [InlineData("", "name what to scan")]
    [InlineData("a --git .", "name what to scan")]
    [InlineData("--git . --staged", "name what to scan")]
    [InlineData("- --json --csv", "one format")]
    [InlineData("- --since-commit x", "go with --git")]
    [InlineData("--git . --since-commit x --range y", "not both")]
    [InlineData("/nowhere/at/all", "does not exist")]
    [InlineData("- --threads 0", "1 to 256")]
    public async Task What_contradicts_itself_is_refused_in_one_sentence(string line, string why)
    {
        var parsed = ScanCommand.Create().Parse([.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--models", Repo.Models]);

        var refusal = await Assert.ThrowsAsync<UsageException>(() => parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken));

        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }
}

using Fraud.Testing;

namespace Fraud.Report.Tests.Formats;

/// <summary>Each format's file for the sample, as it was looked at and given to the format's own validator. To approve a change run with FRAUD_APPROVE=1 and look at the difference.</summary>
public class ApprovedTests
{
    public static TheoryData<string, string> Files => [.. Desk.Formats().Select(f => (f.Name, f.FileName))];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_format_writes_what_was_approved(string format, string file)
    {
        var path = Repo.TestFile("Fraud.Report.Tests", "Formats", "Approved", file);
        var written = await Sample.WriteAsync(format);
        if (Environment.GetEnvironmentVariable("FRAUD_APPROVE") == "1")
        {
            await File.WriteAllTextAsync(path, written, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), written);
    }
}

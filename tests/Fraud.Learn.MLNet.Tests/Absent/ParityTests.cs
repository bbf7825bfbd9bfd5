namespace Fraud.Learn.MLNet.Tests;

public class ParityTests
{
    [Fact]
    public void Both_trainers_judge_unseen_posts_alike() => Assert.Skip("MLNet: the package feed could not restore Microsoft.ML");
}
